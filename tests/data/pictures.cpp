// SPDX-License-Identifier: MIT
// Pictures written and read again; what is wrong with files, and what is said about it.
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/data/image.hpp>
#include <inlay/data/load_img.hpp>
#include <inlay/io/crc32.hpp>
#include <inlay/io/file.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using data::Image;

namespace {

using Bytes = std::vector<std::byte>;

/// A picture whose colors change slowly, for JPEG's sake, and are all different.
Image picture(std::size_t height, std::size_t width, std::size_t channels) {
    Image image = Image::of(height, width, channels);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x)
            for (std::size_t c = 0; c < channels; ++c)
                image.row(y)[x * channels + c] =
                    static_cast<std::uint8_t>(40 + 5 * y + 3 * x + 20 * c);
    return image;
}

int distance(const Image& a, const Image& b) {
    if (a.height != b.height || a.width != b.width || a.pixels.size() != b.pixels.size())
        return 1000;
    int most = 0;
    for (std::size_t k = 0; k < a.pixels.size(); ++k)
        most = std::max(most, std::abs(a.pixels[k] - b.pixels[k]));
    return most;
}

/// What decode_image says about bytes that it shall refuse.
std::string refusal(const Bytes& file) {
    return message_of([&] { data::decode_image("x", file); });
}

void write(Bytes& file, std::size_t at, std::uint32_t number, bool big) {
    for (unsigned k = 0; k < 4; ++k)
        file[at + k] = static_cast<std::byte>(number >> (big ? 24 - 8 * k : 8 * k) & 255);
}

/// Gives the first chunk of a PNG, its header, the checksum of what it holds.
void sign(Bytes& png) { write(png, 29, io::crc32(View<const std::byte>(png).part(12, 17)), true); }

}  // namespace

TEST_CASE("pictures are written and read again") {
    const TemporaryFolder folder;
    for (const std::size_t channels : {1u, 3u, 4u})
        for (const char* extension : {".png", ".bmp", ".jpg", ".JPEG"}) {
            CAPTURE(channels);
            CAPTURE(extension);
            const auto path = folder / ("picture" + std::to_string(channels) + extension);
            const Image image = picture(13, 17, channels);
            data::save_img(path, image);
            constexpr const char* modes[]{"", "grayscale", "", "rgb", "rgba"};
            Image wanted = image;
            const bool jpeg = extension[1] != 'p' && extension[1] != 'b';
            if (jpeg && channels == 4)
                for (std::size_t k = 3; k < wanted.pixels.size(); k += 4) wanted.pixels[k] = 255;
            CHECK(distance(data::load_img(path, {.color_mode = modes[channels]}), wanted) <=
                  (jpeg ? 6 : 0));
        }
    CHECK(folder.count() == 12);
}

TEST_CASE("channels are converted, arrays become pictures and pictures arrays") {
    const Image color{1, 2, 3, {255, 0, 0, 10, 20, 30}};
    CHECK(data::converted(color, 1).pixels == std::vector<std::uint8_t>{76, 18});
    CHECK(data::converted(color, 4).pixels ==
          std::vector<std::uint8_t>{255, 0, 0, 255, 10, 20, 30, 255});
    CHECK(data::converted({1, 1, 2, {7, 9}}, 4).pixels == std::vector<std::uint8_t>{7, 7, 7, 9});
    CHECK(data::converted({1, 1, 4, {1, 2, 3, 9}}, 3).pixels == std::vector<std::uint8_t>{1, 2, 3});

    const Tensor<float> array = data::img_to_array(color);
    CHECK(array.shape() == std::vector<std::size_t>{1, 2, 3});
    CHECK(array(0, 1, 2) == 30);
    CHECK(data::array_to_img(array, false).pixels == color.pixels);
    const Tensor<float> wide({1, 4, 1}, {-1, 0, 1, 3});
    CHECK(data::array_to_img(wide).pixels == std::vector<std::uint8_t>{0, 63, 127, 255});
    CHECK(data::array_to_img(wide, false).pixels == std::vector<std::uint8_t>{0, 0, 1, 3});
    CHECK(data::array_to_img(Tensor<float>({1, 1, 1}, {7})).pixels == std::vector<std::uint8_t>{0});
    CHECK(message_of([] { data::array_to_img(Tensor<float>({2, 2, 2})); }) ==
          "array_to_img: found an array of shape (2, 2, 2), expected (height, width, channels) "
          "with 1, 3 or 4 channels");
}

TEST_CASE("mistakes about files and options are told by name") {
    const TemporaryFolder folder;
    const std::string png = (folder / "a.png").string(), none = (folder / "none.png").string();
    data::save_img(png, picture(4, 6, 3));
    CHECK(message_of([&] { data::load_img(none); }) ==
          none + ": cannot read it: No such file or directory");
    CHECK(message_of([&] { data::load_img(folder / ""); }).find("Is a directory") !=
          std::string::npos);
    CHECK(message_of([&] { data::load_img(png, {.color_mode = "bgr"}); }) ==
          "color_mode: found \"bgr\", expected \"grayscale\", \"rgb\" or \"rgba\"");
    CHECK(message_of([&] { data::load_img(png, {.interpolation = "area"}); }) ==
          "interpolation: found \"area\", expected \"nearest\", \"bilinear\", \"bicubic\", "
          "\"lanczos\", \"box\" or \"hamming\"");
    CHECK(message_of([&] { data::load_img(png, {.target_size = {0, 3}}); }).starts_with("height"));
    CHECK(message_of([&] { data::load_img(png, {.target_size = -1}); }).starts_with("height"));
    CHECK(message_of([&] { data::save_img(folder / "a.gif", picture(2, 2, 3)); }) ==
          (folder / "a.gif").string() +
              ": found the extension \".gif\", expected .png, .jpg, .jpeg or .bmp");
    CHECK(message_of([&] { data::save_img(png, Image{}); }).starts_with(png + ": cannot write"));
    CHECK(message_of([&] {
              data::load_img(png, {.target_size = {300, 1}, .keep_aspect_ratio = true});
          }).starts_with("keep_aspect_ratio: a picture of 4x6"));

    // What a file is stands in its bytes, whatever its name.
    const auto misnamed = folder / "b.jpg";
    io::write_file_atomically(misnamed.string(), io::Bytes(io::read_file(png)));
    CHECK(data::load_img(misnamed).pixels == picture(4, 6, 3).pixels);
    for (const auto& [start, kind] :
         {std::pair{"", "an empty file"}, std::pair{"GIF89a...", "a GIF"},
          std::pair{"RIFF....WEBP", "a WebP"}, std::pair{"II*", "a TIFF"},
          std::pair{"hello, world", "no picture that is known"},
          std::pair{"\x89PNG", "no picture that is known"}}) {
        const std::string text = start;
        Bytes bytes;
        for (const char c : text) bytes.push_back(static_cast<std::byte>(c));
        CHECK(refusal(bytes) ==
              std::string("x: found ") + kind + ", expected a PNG, JPEG or BMP file");
    }
}

TEST_CASE("a file that is not whole is refused, wherever it ends") {
    const TemporaryFolder folder;
    for (const char* name : {"a.png", "a.jpg", "a.bmp"}) {
        CAPTURE(name);
        data::save_img(folder / name, picture(9, 11, 3));
        const Bytes whole = io::read_file((folder / name).string());
        CHECK(refusal(whole) == "no error");
        for (std::size_t size = 0; size < whole.size(); ++size) {
            CAPTURE(size);
            REQUIRE(refusal({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}) !=
                    "no error");
        }
        Bytes more = whole;
        more.resize(whole.size() + 9);
        CHECK(refusal(more) == "no error");
    }
}

TEST_CASE("any bit of a PNG that changes is noticed, and none of other files does harm") {
    const TemporaryFolder folder;
    for (const char* name : {"a.png", "a.jpg", "a.bmp"}) {
        CAPTURE(name);
        data::save_img(folder / name, picture(5, 7, 3));
        Bytes file = io::read_file((folder / name).string());
        for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
            const auto mask = static_cast<std::byte>(1 << bit % 8);
            file[bit / 8] ^= mask;
            const std::string says = refusal(file);
            const bool is_png = name[2] == 'p';
            if (is_png) CHECK(says != "no error");
            file[bit / 8] ^= mask;
        }
    }
}

TEST_CASE("sizes that nobody can mean are refused before there is memory for them") {
    const TemporaryFolder folder;
    const auto file_of = [&](const char* name) {
        data::save_img(folder / name, picture(4, 6, 3));
        return io::read_file((folder / name).string());
    };
    Bytes png = file_of("a.png"), bmp = file_of("a.bmp"), jpeg = file_of("a.jpg");
    std::size_t frame = 0;
    while (jpeg[frame] != std::byte{0xff} || jpeg[frame + 1] != std::byte{0xc0}) ++frame;
    const auto png_of = [&](std::uint32_t width, std::uint32_t height) {
        write(png, 16, width, true);
        write(png, 20, height, true);
        sign(png);
        return refusal(png);
    };
    const auto bmp_of = [&](std::uint32_t width, std::uint32_t height) {
        write(bmp, 18, width, false);
        write(bmp, 22, height, false);
        return refusal(bmp);
    };
    const auto jpeg_of = [&](std::uint32_t width, std::uint32_t height) {
        write(jpeg, frame + 5, height << 16 | width, true);
        return refusal(jpeg);
    };
    CHECK(png_of(6, 4) == "no error");
    CHECK(bmp_of(6, 4) == "no error");
    CHECK(jpeg_of(6, 4) == "no error");
    CHECK(bmp_of(6, 0u - 4u) == "no error");  // rows from top to bottom
    CHECK(png_of(0, 4) == "x: size: found 0x4, expected at least 1x1");
    CHECK(bmp_of(6, 0) == "x: size: found 6x0, expected at least 1x1");
    CHECK(jpeg_of(0, 4) == "x: size: found 0x4, expected at least 1x1");
    const std::string most = "expected at most 178956970 pixels";
    CHECK(png_of(0xffffffff, 0xffffffff) == "x: size: found 4294967295x4294967295, " + most);
    CHECK(bmp_of(0x80000000, 0x80000000) == "x: size: found 2147483648x2147483648, " + most);
    CHECK(jpeg_of(0xffff, 0xffff) == "x: size: found 65535x65535, " + most);
    CHECK(png_of(10000, 10000) == "x: size: found 10000x10000, more than its bytes can hold");
    CHECK(bmp_of(10000, 10000) == "x: an early end: the file is not whole");
    CHECK(jpeg_of(10000, 10000) == "x: size: found 10000x10000, more than its bytes can hold");
    png_of(6, 4);
    bmp_of(6, 4);
    jpeg_of(6, 4);

    // Each field of the headers at its ends: an Error, or a picture, and nothing else.
    for (Bytes* file : {&png, &bmp, &jpeg})
        for (std::size_t at = 0; at < 60 && at + 4 < file->size(); ++at)
            for (const std::uint32_t value :
                 {0u, 1u, 0x7fffffffu, 0x80000000u, 0xffffffffu, 0x00010000u}) {
                Bytes changed = *file;
                write(changed, at, value, true);
                if (file == &png) sign(changed);
                refusal(changed);
            }
}

TEST_CASE("a JPEG's Huffman tables hold no more codes than there are bytes and words") {
    const TemporaryFolder folder;
    data::save_img(folder / "a.jpg", picture(4, 6, 3));
    Bytes file = io::read_file((folder / "a.jpg").string());
    std::size_t at = 0;
    while (file[at] != std::byte{0xff} || file[at + 1] != std::byte{0xc4}) ++at;
    CHECK(refusal(file) == "no error");
    for (std::size_t bits = 0; bits < 16; ++bits) {
        Bytes changed = file;
        changed[at + 5 + bits] = std::byte{255};
        CAPTURE(bits);
        CHECK(refusal(changed).find(": Huffman table at byte ") != std::string::npos);
    }
}
