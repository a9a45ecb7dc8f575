// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_LOAD_IMG_HPP
#define INLAY_DATA_LOAD_IMG_HPP
// Pictures from files and into files: PNG, JPEG and BMP.

#include <inlay/config.hpp>
#include <inlay/data/image.hpp>
#include <inlay/data/picture_file.hpp>
#include <inlay/data/pillow_resize.hpp>
#include <inlay/data/resample.hpp>
#include <inlay/data/stb.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/file.hpp>
#include <inlay/model/tensor.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// The picture in the bytes of a PNG, JPEG or BMP file, by stb_image: 1, 3 or 4 channels as told,
/// or, with 0, as many as it has (2: grey and alpha); 16 bits are cut to 8. An Error that begins
/// with the name where they are anything else, not whole, or claim more than `most_pixels`.
INLAY_COLD Image decode_image(std::string_view name, View<const std::byte> file,
                              std::size_t channels = 0);

/// How load_img reads a picture.
struct LoadImgOptions {
    /// What it is resized to: as large as it is unless given.
    ImageSize target_size{};
    /// "grayscale", "rgb" or "rgba".
    std::string_view color_mode = "rgb";
    /// "nearest", "bilinear", "bicubic", "lanczos", "box" or "hamming".
    std::string_view interpolation = "nearest";
    /// Whether what is outside of the middle part of the wanted shape is cut off, not squeezed.
    bool keep_aspect_ratio = false;
};

/// Reads a picture, and resizes it as Pillow does. An Error that names the file where it cannot.
INLAY_COLD Image load_img(const std::filesystem::path& path, const LoadImgOptions& options = {});

/// Writes a picture whole or not at all, as PNG, JPEG (quality 75) or BMP by the path's extension;
/// an Error for any other. A JPEG has no alpha.
INLAY_COLD void save_img(const std::filesystem::path& path, const Image& image);

/// The same of an array (height, width, channels), scaled as array_to_img does.
INLAY_COLD void save_img(const std::filesystem::path& path, const Tensor<float>& array,
                         bool scale = true);

#if INLAY_BODIES

INLAY_BODY Image decode_image(std::string_view name, View<const std::byte> file,
                              std::size_t channels) {
    const Text flaw = flaw_of_picture(file);
    if (!flaw.empty()) fail(Text() << io::detail::shown(name) << ": " << flaw);
    constexpr std::size_t longest = std::size_t{1} << 30;  // stb_image counts in int
    if (file.size() > longest)
        fail(Text() << name << ": found " << file.size() << " bytes, expected at most " << longest);
    int width = 0, height = 0, found = 0;
    stb::stbi_uc* const pixels =
        stb::stbi_load_from_memory(reinterpret_cast<const stb::stbi_uc*>(file.data()),
                                   static_cast<int>(file.size()), &width, &height, &found, 0);
    if (pixels == nullptr)
        fail(Text() << io::detail::shown(name)
                    << ": cannot decode it: " << stb::stbi_failure_reason());
    Image image{static_cast<std::size_t>(height), static_cast<std::size_t>(width),
                static_cast<std::size_t>(found)};
    image.pixels.assign(pixels, pixels + image.height * image.width * image.channels);
    stb::stbi_image_free(pixels);
    return channels == 0 ? image : converted(std::move(image), channels);
}

INLAY_BODY Image load_img(const std::filesystem::path& path, const LoadImgOptions& options) {
    const std::size_t channels = channels_of(options.color_mode);
    const Interpolation interpolation = pillow_interpolation(options.interpolation);
    const std::string name = path.string();
    const std::vector<std::byte> file = io::read_file(name);
    Image image = decode_image(name, file, channels);
    const ImageSize size = options.target_size;
    if (size.height == 0 || (size.height == image.height && size.width == image.width))
        return image;
    return pillow_resized(image, size, interpolation, options.keep_aspect_ratio);
}

INLAY_BODY void save_img(const std::filesystem::path& path, const Image& image) {
    const std::string name = path.string();
    const std::size_t longest = std::size_t{1} << 28;  // stb_image_write counts in int
    if (image.pixels.empty() || image.pixels.size() > longest ||
        image.pixels.size() != image.height * image.width * image.channels)
        fail(Text() << name << ": cannot write a picture of " << image.height << "x" << image.width
                    << "x" << image.channels << " with " << image.pixels.size() << " bytes");
    std::string extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool jpeg = extension == ".jpg" || extension == ".jpeg";
    const Image plain = jpeg && image.channels == 4 ? converted(image, 3) : image;
    const int width = static_cast<int>(plain.width), height = static_cast<int>(plain.height);
    const int channels = static_cast<int>(plain.channels);
    std::vector<std::byte> file;
    const auto append = [](void* to, void* bytes, int count) {
        const auto* const from = static_cast<const std::byte*>(bytes);
        auto& whole = *static_cast<std::vector<std::byte>*>(to);
        whole.insert(whole.end(), from, from + count);
    };
    int written = 0;
    if (jpeg)
        written = stb::stbi_write_jpg_to_func(append, &file, width, height, channels,
                                              plain.pixels.data(), 75);
    else if (extension == ".png")
        written = stb::stbi_write_png_to_func(append, &file, width, height, channels,
                                              plain.pixels.data(), width * channels);
    else if (extension == ".bmp")
        written = stb::stbi_write_bmp_to_func(append, &file, width, height, channels,
                                              plain.pixels.data());
    else
        fail(Text() << name << ": found the extension \"" << extension
                    << "\", expected .png, .jpg, .jpeg or .bmp");
    if (written == 0) fail(Text() << name << ": cannot encode it: out of memory");
    io::write_file_atomically(name, io::Bytes(file));
}

INLAY_BODY void save_img(const std::filesystem::path& path, const Tensor<float>& array,
                         bool scale) {
    save_img(path, array_to_img(array, scale));
}

#endif

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_LOAD_IMG_HPP
