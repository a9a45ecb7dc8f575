// SPDX-License-Identifier: MIT
// Labels and targets: which numbers are taken for them, and what is said of the others.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <vector>

using namespace inlay;

namespace {

using Classifier = Model<Sequential<Dense<3, Softmax>>, Input<2>>;

const std::vector<float> x{0, 1, 2, 3, 4, 5, 6, 7};  // four examples
const std::vector<float> rows{0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0};
const std::vector<int> classes{1, 0, 2, 1};

template <class To, class From>
std::vector<To> as(const std::vector<From>& values) {
    std::vector<To> others;
    for (const From value : values) others.push_back(static_cast<To>(value));
    return others;
}

template <class Labels>
std::string refusal(const Labels& labels) {
    Classifier model{1};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    return message_of([&] { trainer.train_on_batch(x, labels); });
}

}  // namespace

TEST_CASE("targets of the output's shape are of any type, flat or shaped") {
    Classifier model{1};
    auto trainer = model.compile(SGD{}, CategoricalCrossentropy{}, Accuracy{});
    const auto expected = trainer.test_on_batch(x, Tensor({4, 3}, rows));
    CHECK(trainer.test_on_batch(x, rows) == expected);
    CHECK(trainer.test_on_batch(x, as<int>(rows)) == expected);
    CHECK(trainer.test_on_batch(x, as<std::uint8_t>(rows)) == expected);
    CHECK(trainer.test_on_batch(x, as<bool>(rows)) == expected);
    CHECK(trainer.test_on_batch(x, as<std::int64_t>(rows)) == expected);
    CHECK(trainer.test_on_batch(x, Tensor<int>({4, 3}, as<int>(rows))) == expected);
    const std::vector<std::array<int, 3>> nested{{0, 1, 0}, {1, 0, 0}, {0, 0, 1}, {0, 1, 0}};
    CHECK(trainer.test_on_batch(x, nested) == expected);

    Model<Sequential<Dense<3, Sigmoid>>, Input<2>> many{1};
    auto binary = many.compile(SGD{}, BinaryCrossentropy{});
    CHECK(binary.test_on_batch(x, as<int>(rows)) == binary.test_on_batch(x, rows));
    CHECK(binary.fit(x, as<int>(rows), {.verbose = 0})["loss"].size() == 1);
}

TEST_CASE("bytes are targets of themselves") {
    Model<Sequential<Rescaling<1.0 / 255>, Dense<2, Tanh>, Dense<6>>, Input<6>> model{1};
    auto trainer = model.compile(SGD{.learning_rate = 1e-6}, MeanSquaredError{});
    const std::vector<std::uint8_t> bytes{0, 9, 200, 255, 3, 4, 5, 6, 7, 8, 9, 10};
    CHECK(trainer.test_on_batch(bytes, bytes) == trainer.test_on_batch(bytes, as<float>(bytes)));
    CHECK(trainer.fit(bytes, bytes, {.verbose = 0})["loss"].size() == 1);
}

TEST_CASE("classes are whole numbers of any type") {
    Classifier model{1};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const auto expected = trainer.test_on_batch(x, classes);
    enum class Kind : std::uint8_t { cat, dog, owl };
    CHECK(trainer.test_on_batch(x, as<Kind>(classes)) == expected);
    CHECK(trainer.test_on_batch(x, as<char>(classes)) == expected);
    CHECK(trainer.test_on_batch(x, as<std::uint64_t>(classes)) == expected);
    CHECK(trainer.test_on_batch(x, as<double>(classes)) == expected);
    CHECK(trainer.test_on_batch(x, {1, 0, 2, 1}) == expected);
    CHECK(trainer.test_on_batch(x, Tensor<float>({4, 1}, as<float>(classes))) == expected);
    const std::vector<bool> bits{true, false, false, true};
    CHECK(trainer.test_on_batch(x, bits) == trainer.test_on_batch(x, as<int>(bits)));
}

TEST_CASE("bits are inputs and binary labels too") {
    Model<Sequential<Dense<1, Sigmoid>>, Input<2>> model{1};
    auto trainer = model.compile(SGD{}, BinaryCrossentropy{}, Accuracy{});
    const std::vector<bool> in{true, false, true, true}, out{false, true};
    CHECK(trainer.test_on_batch(in, out) == trainer.test_on_batch(as<float>(in), as<float>(out)));
    CHECK(trainer.fit(in, out, {.verbose = 0})["loss"].size() == 1);
}

TEST_CASE("a label that is no class is named with its example") {
    const std::string classes_are = " but the classes of this network are 0 to 2";
    const auto says = [&](const std::string& label) {
        return "the label of example 2 is " + label + classes_are;
    };
    CHECK(refusal(std::vector<int>{0, 1, 3, 0}) == says("3"));
    CHECK(refusal(std::vector<signed char>{0, 1, -1, 0}) == says("-1"));
    CHECK(refusal(std::vector<std::uint64_t>{0, 1, std::uint64_t{1} << 32, 0}) ==
          says("4294967296"));
    CHECK(refusal(std::vector<std::uint64_t>{0, 1, UINT64_MAX, 0}) == says("18446744073709551615"));
    CHECK(refusal(std::vector<std::int64_t>{0, 1, INT64_MIN, 0}) == says("-9223372036854775808"));
    CHECK(refusal(std::vector<float>{0, 1, 0.5f, 0}) == says("0.500000"));
    CHECK(refusal(std::vector<double>{0, 1, 1e300, 0}) == says("1.000000e+300"));
    CHECK(refusal(std::vector<double>{0, 1, -std::numeric_limits<double>::quiet_NaN(), 0}) ==
          says("nan"));
    CHECK(refusal(std::vector<double>{0, 1, std::numeric_limits<double>::infinity(), 0}) ==
          says("inf"));
}

TEST_CASE("labels of the other kind of loss are told the remedy") {
    const std::string rows_for =
        " but the loss needs one row for each example, (n, 3): use "
        "data::to_categorical, or SparseCategoricalCrossentropy";
    const std::string class_for =
        " but the loss needs one class for each example, (n, 1): use CategoricalCrossentropy";
    CHECK(refusal(Tensor({4, 3}, rows)) == "the labels have the shape (4, 3)" + class_for);
    CHECK(refusal(rows) == "the labels have the shape (12,)" + class_for);
    CHECK(refusal(as<int>(rows)) == "the labels have the shape (12,)" + class_for);

    Classifier model{1};
    auto trainer = model.compile(SGD{}, CategoricalCrossentropy{});
    const auto by_rows = [&](const auto& labels) {
        return message_of([&] { trainer.train_on_batch(x, labels); });
    };
    CHECK(by_rows(classes) == "the labels have the shape (4,)" + rows_for);
    CHECK(by_rows(Tensor<int>({4, 1}, classes)) == "the labels have the shape (4, 1)" + rows_for);
    CHECK(by_rows(std::vector<int>(9)) == "there are 4 inputs but 3 labels of 3 numbers");
    CHECK(by_rows(std::vector<int>(11)) ==
          "the labels in one row of 11 numbers are not whole examples of 3");
    CHECK(refusal(std::vector<int>(5)) == "there are 4 inputs but 5 labels");
}

TEST_CASE("a class for each pixel") {
    Model<Sequential<Conv2D<3, 1, 1, Softmax>>, Input<1, 2, 1>> model{1};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const std::vector<float> image{0, 1, 2, 3};
    const std::vector<std::uint8_t> pixels{0, 2, 1, 1};
    const auto expected = trainer.test_on_batch(image, Tensor<std::uint8_t>({2, 1, 2, 1}, pixels));
    CHECK(trainer.test_on_batch(image, pixels) == expected);
    CHECK(trainer.test_on_batch(image, Tensor<std::uint8_t>({2, 1, 2}, pixels)) == expected);
    CHECK(message_of([&] { trainer.test_on_batch(image, std::vector<int>{0, 2, 1, 3}); }) ==
          "the label of example 1 is 3 but the classes of this network are 0 to 2");
}
