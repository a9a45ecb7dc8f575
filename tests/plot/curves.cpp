// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "drawn.hpp"

#include <inlay/inlay.hpp>
#include <inlay/plot/curves.hpp>
#include <inlay/plot/weights.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace inlay;

namespace {

using Small = Model<Sequential<Dense<3>, BatchNorm<>, Dense<1, NoBias>>, Input<5>>;

std::string drawing(const ArrayView& labels, const ArrayView& scores,
                    const plot::Names& names = {}) {
    return message_of([&] { plot::roc_picture(labels, scores, names); });
}

/// How many texts tell of a moving mean whose layer is cut short.
std::size_t shortened(const drawn::Xml& xml) {
    std::size_t count = 0;
    for (const std::string& text : xml.texts()) count += text.ends_with("\u2026/moving_mean");
    return count;
}

}  // namespace

TEST_CASE("areas as scikit-learn computes them") {
    using plot::detail::found_by;
    const std::vector<plot::detail::Scored> examples{
        {0.1, false}, {0.4, false}, {0.35, true}, {0.8, true}};
    const plot::detail::Curve roc = plot::detail::roc_of(found_by(examples));
    CHECK(roc.area == doctest::Approx(0.75));
    CHECK(roc.points.size() == 5);
    CHECK(plot::detail::precision_recall_of(found_by(examples)).area == doctest::Approx(0.8333333));

    // Ties are met together: a slanted step of the one, a single one of the other.
    const std::vector<plot::detail::Scored> ties{{1, false}, {1, true}, {1, true}, {0, false}};
    CHECK(plot::detail::roc_of(found_by(ties)).area == doctest::Approx(0.75));
    CHECK(plot::detail::precision_recall_of(found_by(ties)).area == doctest::Approx(2.0 / 3));
}

TEST_CASE("one curve of two classes, one a class of more, one of very many") {
    const TemporaryFolder folder;
    const std::string path = (folder / "curve.svg").string();
    plot::roc(std::vector{0, 1, 0, 1}, std::vector{-3.f, 2.f, .5f, .25f}, {"no", "<yes>"}, path);
    CHECK(drawn::checked_svg(path).shows("true positive rate, area 0.7500 of <yes>"));
    for (const int classes : {3, 12, 13}) {
        const auto count = static_cast<std::size_t>(classes);
        std::vector<int> labels;
        Tensor<float> scores({2 * count, count});
        for (std::size_t k = 0; k < 2 * count; ++k) {
            labels.push_back(static_cast<int>(k % count));
            for (std::size_t c = 0; c < count; ++c)
                scores(k, c) =
                    static_cast<float>((k * 37 + c * 11) % 19 + (k % count == c ? 9u : 0u));
        }
        plot::precision_recall(labels, scores, {}, path, {.title = "Precision"});
        const drawn::Xml xml = drawn::checked_svg(path);
        std::size_t curves = 0;
        for (const drawn::Element& element : xml.elements)
            curves += element.name == "polyline" && element.attributes.at("stroke-width") == "2";
        CHECK(curves == (classes > 12 ? 1 : count));
    }
}

TEST_CASE("mistakes about scores") {
    CHECK(drawing(std::vector{0, 1}, std::vector{.5f}) ==
          "plot::roc: found 2 labels but 1 rows of scores: expected one for each");
    CHECK(drawing(std::vector{0, 2}, std::vector{.5f, .5f}) ==
          "plot::roc: found a label of class 2 but scores of 2 classes");
    CHECK(drawing(std::vector{0, 1}, std::vector{.5f, NAN}) ==
          "plot::roc: a score of example 1 is nan, expected finite numbers");
    CHECK(drawing(std::vector{1, 1}, std::vector{.5f, .5f}) ==
          "plot::roc: no class has examples of its own and others: there is nothing to tell apart");
    CHECK(
        drawing(std::vector{1, 0}, std::vector{.5f, .5f}, {"one"}) ==
        "plot::roc: found 1 names but class 1: expected a name for each class from 0 on, or none");
}

TEST_CASE("a histogram of each tensor") {
    Small model{3};
    model.weights("dense/bias")[1] = NAN;
    model.weights("dense/kernel")[0] = 2;
    const TemporaryFolder folder;
    const std::string path = (folder / "weights.svg").string();
    plot::weights(model, path, {.title = "After"});
    const drawn::Xml xml = drawn::checked_svg(path);
    for (const std::string shown :
         {"After", "dense/kernel", "dense_1/kernel", "3, 1 not finite", "2.00"})
        CHECK_MESSAGE(xml.shows(shown), shown);
    CHECK(shortened(xml) == 1);
    plot::weights(model, path, {.count = 2});
    CHECK(drawn::checked_svg(path).shows("the first 2 of 7 tensors"));

    std::vector<float> block(Small::trainable_count);
    for (std::size_t k = 0; k < block.size(); ++k) block[k] = static_cast<float>(k);
    plot::gradients(model, block, path);
    const drawn::Xml gradients = drawn::checked_svg(path);
    CHECK(gradients.shows("15.0"));  // the bias of dense begins there
    CHECK(shortened(gradients) == 0);
    CHECK(message_of([&] { plot::gradients(model, std::vector<float>(3), path); }) ==
          "plot::gradients: found 3 numbers, expected one for each of the 27 trainable weights");
    CHECK(message_of([&] { plot::weights(Model<Sequential<Flatten>, Input<2>>{}, path); }) ==
          "plot: the model has no weights to draw histograms of");
    const plot::Range range{0, 10};
    CHECK(plot::detail::bins_of({0, 1, 9.99, 10, static_cast<double>(NAN), 5}, range, 2) ==
          std::vector<std::size_t>{2, 3});
}
