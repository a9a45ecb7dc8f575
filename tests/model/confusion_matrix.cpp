// SPDX-License-Identifier: MIT
// How often each class is taken for which, and what is said about numbers that are no classes.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using namespace inlay;

namespace {

using Counts = std::vector<double>;

Counts counts(const Tensor<double>& matrix) { return {matrix.begin(), matrix.end()}; }

}  // namespace

TEST_CASE("a row for each label, a column for each prediction") {
    // tf.math.confusion_matrix([1, 2, 4], [2, 2, 4])
    const auto matrix = confusion_matrix({1, 2, 4}, {2, 2, 4});
    CHECK(matrix.shape() == std::vector<std::size_t>{5, 5});
    Counts expected(25);
    expected[1 * 5 + 2] = expected[2 * 5 + 2] = expected[4 * 5 + 4] = 1;
    CHECK(counts(matrix) == expected);
    const std::vector<std::uint8_t> labels{0, 1, 1, 0};
    const std::vector<float> predictions{1, 1, 0, 1};
    CHECK(counts(confusion_matrix(labels, predictions)) == Counts{0, 2, 1, 1});
    CHECK(counts(confusion_matrix(labels, predictions, {.weights = {0.5, 2.0, 0.25, -1.0}})) ==
          Counts{0, -0.5, 0.25, 2});
    CHECK(counts(confusion_matrix(labels, predictions, {.num_classes = 3})) ==
          Counts{0, 2, 0, 1, 1, 0, 0, 0, 0});
    CHECK(confusion_matrix(std::vector<int>{}, std::vector<int>{}).size() == 0);
}

TEST_CASE("rows of numbers are taken for their largest") {
    const Tensor<float> rows({3, 2}, {0.25f, 0.75f, 0.5f, 0.5f, 1, 0});
    CHECK(counts(confusion_matrix({1, 0, 1}, rows)) == Counts{1, 0, 1, 1});
}

TEST_CASE("what is no class is told") {
    const auto says = [](auto labels, auto predictions, int classes = 0) {
        return message_of(
            [&] { (void)confusion_matrix(labels, predictions, {.num_classes = classes}); });
    };
    using Numbers = std::vector<double>;
    CHECK(says(Numbers{0, 1, -1}, Numbers{0, 0, 0}, 3) ==
          "confusion_matrix: label 2 is -1 but needs to be a whole number from 0 to 2");
    CHECK(says(Numbers{0, 1}, Numbers{0, 3}, 3) ==
          "confusion_matrix: prediction 1 is 3 but needs to be a whole number from 0 to 2");
    CHECK(says(Numbers{0.5}, Numbers{0}, 3) ==
          "confusion_matrix: label 0 is 0.500000 but needs to be a whole number from 0 to 2");
    CHECK(says(Numbers{0, 1}, Numbers{0}) ==
          "confusion_matrix: found 2 labels and predictions of shape (1,): as many classes, or "
          "rows of numbers");
    CHECK(says(Numbers{1}, Tensor<float>({1, 3}, {0, 0, 1}), 2) ==
          "confusion_matrix: prediction 0 is 2 but needs to be a whole number from 0 to 1");
    CHECK(says(Numbers{}, Numbers{}, -1) ==
          "confusion_matrix: num_classes is -1 but needs to be from 0 to 32768");
}
