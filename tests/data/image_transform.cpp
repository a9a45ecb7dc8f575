// SPDX-License-Identifier: MIT
// Changes of images: Keras's numbers, what lies beyond the edges, whole turns, mistakes.
#include "../keras/image_transforms.hpp"
#include "../message_of.hpp"

#include <inlay/data/image_transform.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

using namespace inlay;

namespace {

Tensor<> image(std::size_t height, std::size_t width, std::size_t channels = 1) {
    Tensor<> x({height, width, channels});
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k + 1);
    return x;
}

/// What row 1 2 3 4 reads from `first` on, as digits; 9 stands for cval.
std::string row(const char* fill_mode, int first) {
    const Tensor<> x({1, 4, 1}, {1, 2, 3, 4});
    std::string text;
    for (int at = first; at < first + 12; at += 4)
        for (const float v :
             data::apply_transform(x, {.tx = at}, {.fill_mode = fill_mode, .cval = 9}))
            text += static_cast<char>('0' + static_cast<int>(v));
    return text;
}

}  // namespace

TEST_CASE("images under transforms, Keras's numbers") {
    CHECK(std::size(keras::image_transforms_cases) == 12);
    for (const keras::ImageCase* c : keras::image_transforms_cases) {
        CAPTURE(c->name);
        data::ImageTransform transform{.theta = c->theta,
                                       .tx = c->tx,
                                       .ty = c->ty,
                                       .shear = c->shear,
                                       .zx = c->zx,
                                       .zy = c->zy,
                                       .flip_horizontal = c->flip_horizontal,
                                       .flip_vertical = c->flip_vertical,
                                       .channel_shift_intensity = c->channel_shift_intensity};
        if (c->brightness >= 0) transform.brightness = c->brightness;
        const Tensor<> x({c->height, c->width, c->channels}, c->input.values());
        const auto y = data::apply_transform(x, transform,
                                             {.fill_mode = c->fill_mode,
                                              .cval = c->cval,
                                              .interpolation_order = c->interpolation_order});
        CHECK(y.shape() == x.shape());
        CHECK(keras::distance(c->output, y) < 1e-6);
    }
}

TEST_CASE("what lies beyond the edges, however far") {
    CHECK(row("nearest", -4) == "111112344444");
    CHECK(row("constant", -4) == "999912349999");
    CHECK(row("reflect", -4) == "432112344321");
    CHECK(row("reflect", -12) == "432112344321");
    CHECK(row("reflect", 4) == "432112344321");
    CHECK(row("wrap", -4) == "342312342312");  // in scipy the first and the last cell are one
    CHECK(row("wrap", -12) == "423423423423");
    CHECK(row("wrap", 4) == "231231231231");
    for (const char* mode : {"nearest", "constant", "reflect", "wrap"})
        for (const double far : {1e9, -1e300, std::numeric_limits<double>::infinity()})
            for (const float v : data::apply_transform(image(3, 2), {.tx = far, .zy = far},
                                                       {.fill_mode = mode, .cval = 9}))
                CHECK((v >= 1 && v <= 9));
    for (const char* mode : {"reflect", "wrap"})  // one cell alone
        CHECK(data::apply_transform(image(1, 1), {.tx = 2.5}, {.fill_mode = mode})[0] == 1);
}

TEST_CASE("a whole turn about the true middle leaves the cells of an image that is not square") {
    const auto x = image(3, 5, 2);
    const auto turned = data::apply_transform(x, {.theta = 180}, {.fill_mode = "constant"});
    for (std::size_t cell = 0; cell < 15; ++cell) CHECK(turned[2 * cell] == x[2 * (14 - cell)]);
    const auto quarter = data::apply_transform(image(3, 3), {.theta = 90});
    CHECK(std::vector<float>(quarter.begin(), quarter.end()) ==
          std::vector<float>{3, 6, 9, 2, 5, 8, 1, 4, 7});
    const auto down = data::apply_transform(image(3, 2), {.ty = 1}, {.fill_mode = "constant"});
    CHECK(std::vector<float>(down.begin(), down.end()) == std::vector<float>{3, 4, 5, 6, 0, 0});
}

TEST_CASE("transforms of images that do not exist, and names that nobody knows") {
    const auto message = [](const ArrayView& x, const data::FillOptions& options) {
        return message_of([&] { data::apply_transform(x, {.theta = 1}, options); });
    };
    CHECK(message(std::vector<float>(12), {}) ==
          "apply_transform needs an image (height, width, channels) but was given (12,)");
    CHECK(message(Tensor<>({0, 3, 1}), {}) ==
          "apply_transform needs an image (height, width, channels) but was given (0, 3, 1)");
    CHECK(message(image(2, 2), {.fill_mode = "mirror"}) ==
          "fill_mode is \"mirror\" but needs to be \"nearest\", \"constant\", \"reflect\" or "
          "\"wrap\"");
    CHECK(message(image(2, 2), {.interpolation_order = 3}) ==
          "interpolation_order is 3 but needs to be 0 or 1");
}
