// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "drawn.hpp"

#include <inlay/inlay.hpp>
#include <inlay/plot/activations.hpp>
#include <inlay/plot/filters.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

using namespace inlay;

namespace {

using Net = Sequential<Conv2D<3, 2, 3, Linear>, Named<"inner", Sequential<MaxPool<2>>>, Flatten,
                       Concat<Identity, From<"meta">>, Dense<4, Softmax>>;
using Two = Model<Net, Inputs<Named<"image", Input<5, 6, 3>>, Named<"meta", Input<2>>>>;

struct Example {
    std::vector<float> image = std::vector<float>(90), meta{1, -1};

    Example() {
        for (std::size_t k = 0; k < 90; ++k) image[k] = static_cast<float>(k * 37 % 101) / 101;
    }
    auto both() const { return std::tie(image, meta); }
};

}  // namespace

TEST_CASE("filters on images of three channels are images, others are planes") {
    const Two model{1};
    const TemporaryFolder folder;
    const std::string path = (folder / "filters.svg").string();
    plot::filters(model, "conv2d", path, {.title = "First"});
    const drawn::Xml xml = drawn::checked_svg(path);
    CHECK(xml.count("image") == 3);
    CHECK(xml.shows("First"));
    CHECK(xml.shows("3 filters"));

    // (2, 2, 2, 3): a row for each filter, of two planes.
    std::vector<double> kernel(24, -1);
    kernel[0] = 2;                    // row 0, column 0, channel 0, filter 0
    kernel[(3 * 2 + 1) * 3 + 2] = 1;  // row 1, column 1, channel 1, filter 2
    const plot::Picture picture = plot::detail::filters_of(kernel, Shape{2, 2, 2, 3}, "kernel", {});
    std::vector<const plot::Bitmap*> tiles;
    for (const plot::Mark& mark : picture.marks())
        if (mark.kind == plot::Mark::bitmap) tiles.push_back(&mark.pixels);
    REQUIRE(tiles.size() == 6);
    const auto red = [&](std::size_t tile, std::size_t place) {
        return tiles[tile]->bytes[3 * place];
    };
    CHECK(red(0, 0) == 0x12);  // the largest: the bluest
    CHECK(red(0, 1) == 0xe3);  // half of it below 0
    CHECK(red(1, 0) == 0xe3);
    CHECK(red(5, 3) == 0x6f);
}

TEST_CASE("activations are what a model up to the layer makes") {
    const Two model{1};
    const Example example;
    using Until = Model<Sequential<Conv2D<3, 2, 3, Linear>>, Input<5, 6, 3>>;
    Until until{2};
    const std::vector<float> weights = model.get_weights();
    until.set_weights(std::vector<float>(weights.begin(), weights.begin() + 57));
    const Tensor<float> expected = until.predict(example.image);
    const auto found = plot::detail::output_of(model, example.both(), "conv2d");
    CHECK(found.shape == expected.shape());
    REQUIRE(found.values.size() == expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k)
        CHECK(found.values[k] == doctest::Approx(static_cast<double>(expected[k])));

    const TemporaryFolder folder;
    const std::string path = (folder / "maps.svg").string();
    plot::activations(model, example.both(), "conv2d", path);
    CHECK(drawn::checked_svg(path).count("image") == 3);
    plot::activations(model, example.both(), "inner/max_pooling2d", path, {.count = 2});
    CHECK(drawn::checked_svg(path).count("image") == 2);
    plot::activations(model, example.both(), "dense", path);
    CHECK(drawn::checked_svg(path).count("rect") == 5);
    plot::save(plot::detail::activations_of({{1, 7, 4}, std::vector<double>(28)}, "lstm", {}),
               path);
    CHECK(drawn::checked_svg(path).count("image") == 1);
}

TEST_CASE("mistakes about layers and examples") {
    const Two model{1};
    const Example example;
    const auto drawing = [&](const char* layer) {
        return message_of([&] { plot::activations_picture(model, example.both(), layer); });
    };
    CHECK(drawing("conv") ==
          "plot::activations: the model has no layer 'conv'; it has conv2d, inner, "
          "inner/max_pooling2d, flatten, identity, concatenate, dense");
    CHECK(message_of([&] {
              plot::activations_picture(model, std::tie(example.meta, example.meta), "dense");
          }) ==
          "plot::activations: found an array of the shape (2,), expected one example, "
          "(1, 5, 6, 3)");
    CHECK(message_of([&] { plot::filters_picture(model, "dense"); }) ==
          "plot::filters: the model has no layer of two-dimensional filters 'dense'; it has "
          "conv2d");
    CHECK(message_of([&] { plot::filters(model, "conv2d", "a.gif"); }) ==
          "plot::filters: 'a.gif': a picture is written as .svg or .png");
}
