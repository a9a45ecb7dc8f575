// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "drawn.hpp"

#include <inlay/plot/confusion.hpp>
#include <inlay/plot/images.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace inlay;

namespace {

std::string confusing(const ArrayView& labels, const ArrayView& predictions,
                      const plot::Names& names = {}) {
    return message_of([&] { plot::confusion_picture(labels, predictions, names); });
}

std::string showing(const ArrayView& x, const plot::ImageOptions& options = {}) {
    return message_of([&] { plot::images_picture(x, options); });
}

}  // namespace

TEST_CASE("a confusion matrix counts, and tells recall and precision") {
    const std::vector<int> labels{0, 0, 0, 1, 1, 2};
    const Tensor<float> predictions(
        {6, 3}, {.8f, .1f, .1f, .2f, .7f, .1f, .9f, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0});
    const std::array<std::string_view, 3> names{"<svg>", "a rather long name of a class", "c"};
    const TemporaryFolder folder;
    const std::string path = (folder / "confusion.svg").string();
    plot::confusion(labels, predictions, names, path, {.title = "Three"});
    const drawn::Xml xml = drawn::checked_svg(path);
    const auto texts = xml.texts();
    CHECK(std::count(texts.begin(), texts.end(), "2") == 2);  // 0 as 0, 1 as 1
    CHECK(std::count(texts.begin(), texts.end(), "1") == 2);  // 0 as 1, 2 as 0
    for (const std::string shown :
         {"accuracy 66.7 % of 6 examples", "66.7 %", "100 %", "0.0 %", "\u2013", "<svg>",
          "prediction", "label", "recall", "precision"})
        CHECK_MESSAGE(xml.shows(shown), shown);
    CHECK(xml.count("rect") == 1 + 9 + 4);  // the paper, cells, those that hold examples
}

TEST_CASE("matrices of any number of classes") {
    const TemporaryFolder folder;
    for (const int classes : {1, 2, 13, 26, 150}) {
        std::vector<int> labels;
        for (int k = 0; k < classes; ++k) labels.push_back(k);
        const std::string path = (folder / "confusion.svg").string();
        plot::confusion(labels, labels, {}, path);
        drawn::checked_svg(path);
    }
    plot::confusion(std::vector{0, 1}, std::vector{.25f, .75f}, {"cat", "dog"},
                    (folder / "two.png").string(), {.png = {.scale = 1}});
    CHECK(drawn::decoded(drawn::content_of((folder / "two.png").string())).width == 300);
}

TEST_CASE("mistakes about classes") {
    CHECK(confusing(std::vector{0, 1}, std::vector{0}) ==
          "plot::confusion: found 2 labels but 1 predictions: expected one for each");
    CHECK(confusing(std::vector{0, -1}, std::vector{0, 0}) ==
          "plot::confusion: labels: example 1 is -1, expected a class from 0 on, or its "
          "probability");
    CHECK(confusing(std::vector{0, 3}, std::vector{0, 0}, {"a", "b"}) ==
          "plot::confusion: found 2 names but class 3: expected a name for each class from 0 on, "
          "or none");
    CHECK(confusing(std::vector{5000}, std::vector{0}) ==
          "plot::confusion: found 5001 classes: a picture has room for 1000");
    CHECK(confusing(Tensor<float>({1, 2, 2}), std::vector{0}) ==
          "plot::confusion: labels have the shape (1, 2, 2): expected (n), (n, 1) or (n, classes)");
    CHECK(confusing(std::vector<int>{}, std::vector<int>{}) ==
          "plot::confusion: there are no examples");
}

TEST_CASE("images in a grid with what they are") {
    Tensor<std::uint8_t> x({6, 4, 4, 3});
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<std::uint8_t>(k);
    const std::vector<int> labels{0, 1, 0, 1, 0, 1}, predictions{0, 1, 1, 1, 0, 0};
    const TemporaryFolder folder;
    const std::string path = (folder / "grid.svg").string();
    plot::images(x, {.labels = labels, .predictions = predictions, .names = {"cat", "<dog>"}},
                 path);
    const drawn::Xml xml = drawn::checked_svg(path);
    CHECK(xml.count("image") == 6);
    const auto texts = xml.texts();
    CHECK(std::count(texts.begin(), texts.end(), "cat") == 3);
    CHECK(std::count(texts.begin(), texts.end(), "is cat") == 1);
    CHECK(std::count(texts.begin(), texts.end(), "is <dog>") == 1);

    const std::string png = (folder / "grid.png").string();
    plot::images(x, {.count = 1, .png = {.scale = 1}}, png);
    const drawn::Pixels pixels = drawn::decoded(drawn::content_of(png));
    CHECK(pixels.at(24, 24) == 0x000102);
    CHECK(pixels.at(24 + 17, 24 + 17) == 0x000102);
    CHECK(pixels.at(24 + 18, 24) == 0x030405);
    CHECK(pixels.at(24 + 71, 24 + 71) == 0x2d2e2f);
}

TEST_CASE("the surest mistakes come first") {
    const Tensor<float> x({3, 2, 2}, {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 300});
    const Tensor<float> predictions({3, 2}, {.6f, .4f, .9f, .1f, .2f, .8f});
    const TemporaryFolder folder;
    const std::string path = (folder / "grid.svg").string();
    plot::images(
        x, {.labels = std::vector{1, 1, 1}, .predictions = predictions, .only_mistakes = true},
        path);
    const auto texts = drawn::checked_svg(path).texts();
    CHECK(texts == std::vector<std::string>{"0 90 %", "is 1", "0 60 %", "is 1"});
    CHECK(showing(x, {.labels = std::vector{0, 0, 1},
                      .predictions = predictions,
                      .only_mistakes = true}) ==
          "plot::images: there is nothing to show of 3 images: found no prediction that is not the "
          "label");
}

TEST_CASE("masks and key points over images") {
    const Tensor<float> x({1, 2, 2}, {0, 0, 1, 1});
    const Tensor<std::uint8_t> masks({1, 2, 2}, {0, 1, 0, 7});
    const Tensor<float> keypoints({1, 2, 2}, {.5f, .25f, 2, 2});
    const plot::Picture picture = plot::images_picture(x, {.masks = masks, .keypoints = keypoints});
    CHECK(picture.marks().size() ==
          3);  // the image, and a dot with its rim: the other lies outside
    const plot::Bitmap& pixels = picture.marks()[0].pixels;
    const std::uint32_t color = plot::color_of(plot::series(0), true);
    CHECK(pixels.bytes[0] == 0);
    CHECK(pixels.bytes[3] == (color >> 16) / 2);
    CHECK(pixels.bytes[6] == 255);
    CHECK(pixels.bytes[9] == ((color >> 16) + 255) / 2);  // colors begin again
}

TEST_CASE("mistakes about images") {
    const Tensor<float> x({2, 2, 2});
    CHECK(showing(std::vector<float>(8)) ==
          "plot::images: found an array of the shape (8,), expected images (n, height, width), "
          "(n, height, width, 1) or (n, height, width, 3)");
    CHECK(showing(Tensor<float>({1, 2, 2, 4})).find("(1, 2, 2, 4)") != std::string::npos);
    CHECK(showing(x, {.labels = std::vector{1}}) ==
          "plot::images: found 2 images but 1 labels: expected one for each");
    CHECK(showing(x, {.masks = Tensor<float>({2, 3, 2})}) ==
          "plot::images: found masks of the shape (2, 3, 2), expected a class for each of 2 x 2 "
          "pixels");
    CHECK(showing(x, {.count = 0}) == "plot::images: there is nothing to show of 2 images");
}
