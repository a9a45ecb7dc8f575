// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_HPP
#define INLAY_DATA_IMAGE_HPP
// Pictures as bytes, what they are as arrays, and what options say of them.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/tensor.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// A picture: height x width pixels, row by row, each of 1 (grey), 3 (red, green, blue) or 4 bytes
/// (and alpha).
struct Image {
    std::size_t height = 0, width = 0, channels = 3;
    std::vector<std::uint8_t> pixels{};

    /// A black one.
    static Image of(std::size_t height, std::size_t width, std::size_t channels) {
        return {height, width, channels, std::vector<std::uint8_t>(height * width * channels)};
    }

    const std::uint8_t* row(std::size_t y) const { return pixels.data() + y * width * channels; }
    std::uint8_t* row(std::size_t y) { return pixels.data() + y * width * channels; }
};

/// Height and width of what pictures become: {160, 120}, or 160 for a square. None unless given.
struct ImageSize {
    ImageSize() = default;
    ImageSize(Whole side) : ImageSize(side, side) {}
    template <std::integral Number>
    ImageSize(Number side) : ImageSize(Whole(side)) {}
    ImageSize(Whole h, Whole w)
        : height(at_least("height", h, 1)), width(at_least("width", w, 1)) {}

    std::size_t height = 0, width = 0;
};

/// The number of a choice among names; an Error that lists them where it is none of them.
INLAY_COLD std::size_t choice(std::string_view option, std::string_view found,
                              View<const std::string_view> names);

/// The channels of a color mode: 1 of "grayscale", 3 of "rgb", 4 of "rgba".
INLAY_COLD std::size_t channels_of(std::string_view color_mode);

/// A picture in another number of channels, as Pillow converts: grey is (19595 red + 38470 green +
/// 7471 blue) / 65536, alpha is left out, or 255. From 2 channels, too: grey and alpha.
INLAY_COLD Image converted(Image image, std::size_t channels);

/// The bytes of a picture as numbers from 0 to 255: (height, width, channels).
INLAY_COLD Tensor<float> img_to_array(const Image& image);

/// An array (height, width, channels) as a picture; with `scale` its least number becomes 0 and its
/// largest 255, without it numbers are cut off at 0 and 255. An Error for another shape.
INLAY_COLD Image array_to_img(const Tensor<float>& array, bool scale = true);

#if INLAY_BODIES

INLAY_BODY std::size_t choice(std::string_view option, std::string_view found,
                              View<const std::string_view> names) {
    for (std::size_t k = 0; k < names.size(); ++k)
        if (names[k] == found) return k;
    Text list;
    for (std::size_t k = 0; k < names.size(); ++k)
        list << (k == 0 ? "\"" : k + 1 < names.size() ? ", \"" : " or \"") << names[k] << "\"";
    fail(Text() << option << ": found \"" << found << "\", expected " << list);
}

INLAY_BODY std::size_t channels_of(std::string_view color_mode) {
    constexpr std::string_view modes[]{"grayscale", "rgb", "rgba"};
    constexpr std::size_t channels[]{1, 3, 4};
    return channels[choice("color_mode", color_mode, modes)];
}

INLAY_BODY Image converted(Image image, std::size_t channels) {
    const std::size_t from = image.channels;
    if (from == channels) return image;
    Image to = Image::of(image.height, image.width, channels);
    const std::uint8_t* in = image.pixels.data();
    std::uint8_t* out = to.pixels.data();
    const bool grey = from < 3;
    for (std::size_t left = image.height * image.width; left > 0; --left) {
        const unsigned red = in[0], green = in[grey ? 0 : 1], blue = in[grey ? 0 : 2];
        if (channels < 3) {
            const unsigned sum = 19595 * red + 38470 * green + 7471 * blue + 32768;
            out[0] = static_cast<std::uint8_t>(grey ? red : sum >> 16);
        } else {
            out[0] = static_cast<std::uint8_t>(red);
            out[1] = static_cast<std::uint8_t>(green);
            out[2] = static_cast<std::uint8_t>(blue);
            if (channels == 4) out[3] = from % 2 == 0 ? in[from - 1] : 255;
        }
        in += from;
        out += channels;
    }
    return to;
}

INLAY_BODY Tensor<float> img_to_array(const Image& image) {
    Tensor<float> array({image.height, image.width, image.channels});
    for (std::size_t k = 0; k < array.size(); ++k) array[k] = image.pixels[k];
    return array;
}

INLAY_BODY Image array_to_img(const Tensor<float>& array, bool scale) {
    const std::vector<std::size_t>& shape = array.shape();
    if (shape.size() != 3 || array.size() == 0 || (shape[2] != 1 && shape[2] != 3 && shape[2] != 4))
        fail(Text() << "array_to_img: found an array of shape " << shape_text(shape)
                    << ", expected (height, width, channels) with 1, 3 or 4 channels");
    float least = array[0], most = array[0];
    for (const float number : array) {
        least = number < least ? number : least;
        most = number > most ? number : most;
    }
    const float range = most - least;
    Image image = Image::of(shape[0], shape[1], shape[2]);
    for (std::size_t k = 0; k < array.size(); ++k) {
        float number = array[k];
        if (scale) number = range == 0 ? 0 : (number - least) / range * 255;
        image.pixels[k] = number >= 255 ? std::uint8_t{255}
                          : number > 0  ? static_cast<std::uint8_t>(number)
                                        : std::uint8_t{0};  // and what is no number
    }
    return image;
}

#endif

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_IMAGE_HPP
