// SPDX-License-Identifier: MIT
// Pictures: our pixels against Pillow's.
#include "picture_files.hpp"
#include "pillow.hpp"

#include <inlay/data/image.hpp>
#include <inlay/data/load_img.hpp>
#include <inlay/data/pillow_resize.hpp>
#include <inlay/data/resample.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using data::Image;

TEST_CASE("pictures have Pillow's pixels in every size, bit for bit") {
    for (const keras::PillowCase* expected : keras::pillow_cases) {
        CAPTURE(expected->name);
        Image image = Image::of(expected->height, expected->width, expected->channels);
        for (std::size_t k = 0; k < image.pixels.size(); ++k)
            image.pixels[k] = static_cast<std::uint8_t>(
                keras::hash(static_cast<std::uint32_t>(k), expected->salt) >> 24);
        const Image resized = data::pillow_resized(
            image, {expected->to_height, expected->to_width},
            data::pillow_interpolation(expected->interpolation), expected->crop);
        CHECK(resized.pixels ==
              std::vector<std::uint8_t>(expected->pixels.begin(), expected->pixels.end()));
    }
}

TEST_CASE("Pillow's files are read as Pillow reads them, and none that ends early") {
    for (const keras::PictureFileCase* expected : keras::picture_files_cases) {
        CAPTURE(expected->name);
        const auto file = std::as_bytes(expected->file);
        const Image image = data::decode_image("file", file, expected->channels);
        REQUIRE(image.height == expected->height);
        REQUIRE(image.width == expected->width);
        REQUIRE(image.pixels.size() == expected->pixels.size());
        int most = 0;
        for (std::size_t k = 0; k < image.pixels.size(); ++k)
            most = std::max(most, std::abs(image.pixels[k] - expected->pixels[k]));
        CHECK(most <= (expected->name.ends_with("jpeg") ? 3 : 0));  // the cosines are rounded

        std::size_t read = 0;
        for (std::size_t size = 0; size < file.size(); ++size) try {
                data::decode_image("file", file.first(size));
                ++read;
            } catch (const Error&) {
            }
        CHECK(read == 0);
    }
}
