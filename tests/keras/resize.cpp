// SPDX-License-Identifier: MIT
// Arrays of pictures in other sizes: our numbers against Keras's.
#include "resize.hpp"
#include "../message_of.hpp"

#include <inlay/data/image.hpp>
#include <inlay/data/resize.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace inlay;

TEST_CASE("arrays of pictures have Keras's numbers in every size") {
    for (const keras::ResizeCase* expected : keras::resize_cases) {
        CAPTURE(expected->name);
        const std::vector<std::size_t> shape{expected->height, expected->width, expected->channels};
        const data::ResizeOptions options{.interpolation = expected->interpolation,
                                          .antialias = expected->antialias,
                                          .crop_to_aspect_ratio = expected->crop,
                                          .pad_to_aspect_ratio = expected->pad,
                                          .fill_value = 0.25f};
        const data::ImageSize size{expected->to_height, expected->to_width};
        const Tensor<float> image(shape, expected->input.values());
        const Tensor<float> resized = data::resize(image, size, options);
        REQUIRE(resized.size() == expected->pixels.size());
        float most = 0;
        for (std::size_t k = 0; k < resized.size(); ++k)
            most = std::max(most, std::abs(resized[k] - expected->pixels[k]));
        CHECK(most <= 2e-6f);

        // Two pictures at a time, and one as bytes.
        std::vector<float> both = expected->input.values();
        both.insert(both.end(), both.begin(), both.end());
        const Tensor<float> two =
            data::resize(Tensor<float>({2, shape[0], shape[1], shape[2]}, both), size, options);
        REQUIRE(two.size() == 2 * resized.size());
        for (std::size_t k = 0; k < two.size(); ++k) CHECK(two[k] == resized[k % resized.size()]);
        data::Image bytes = data::Image::of(shape[0], shape[1], shape[2]);
        for (std::size_t k = 0; k < bytes.pixels.size(); ++k)
            bytes.pixels[k] = static_cast<std::uint8_t>(37 * k);
        const Tensor<float> of_bytes = data::resize(bytes, size, options);
        const Tensor<float> of_floats = data::resize(data::img_to_array(bytes), size, options);
        for (std::size_t k = 0; k < of_bytes.size(); ++k) CHECK(of_bytes[k] == of_floats[k]);
    }
}

TEST_CASE("smart_resize cuts, and mistakes are told") {
    Tensor<float> wide({2, 6, 1});
    for (std::size_t k = 0; k < wide.size(); ++k) wide[k] = static_cast<float>(k);
    const Tensor<float> middle = data::smart_resize(wide, 2);
    CHECK(std::vector<float>(middle.begin(), middle.end()) == std::vector<float>{2, 3, 8, 9});

    CHECK(message_of([&] { data::resize(wide, {}); }) ==
          "resize: found no size, expected {height, width}");
    CHECK(message_of([&] { data::resize(Tensor<float>({2, 2}), 3); }) ==
          "resize: found an array of shape (2, 2), expected (height, width, channels) or (n, "
          "height, width, channels)");
    CHECK(message_of([&] {
              data::resize(wide, 3, {.crop_to_aspect_ratio = true, .pad_to_aspect_ratio = true});
          }).starts_with("resize: found crop_to_aspect_ratio and pad_to_aspect_ratio"));
    CHECK(message_of([&] {
              data::resize(wide, 3, {.interpolation = "lanczos"});
          }).starts_with("interpolation: found \"lanczos\", expected \"nearest\", "));
    CHECK(message_of([] { data::resize(data::Image{}, 3); }) == "resize: found an empty picture");
}
