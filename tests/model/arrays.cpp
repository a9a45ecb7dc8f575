// SPDX-License-Identifier: MIT
// What users hand over: matrices of every order, nested arrays, labels of every type, options.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#if __has_include(<eigen3/Eigen/Core>)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <eigen3/Eigen/Core>
#pragma GCC diagnostic pop
#define HAS_EIGEN
#endif

using namespace inlay;

namespace {

/// One output a weight of its input, so that an output tells which number stood where.
using Sum = Model<Sequential<Dense<1, NoBias>>, Input<3>>;

Sum sum() {
    Sum model;
    model.set_weights(std::vector<float>{1, 10, 100});
    return model;
}

std::vector<float> outputs(const Tensor<float>& t) { return {t.begin(), t.end()}; }

const std::vector<float> row_by_row{1, 2, 3, 4, 5, 6};
const std::vector<float> right{321, 654};

/// A matrix of Eigen's interface, in the order of columns, perhaps with a gap between them.
template <bool RowMajor>
struct Matrix {
    enum { IsRowMajor = RowMajor };
    std::vector<float> numbers;
    int stride;

    Matrix(const std::vector<float>& rows, int gap)
        : numbers(36), stride((RowMajor ? 3 : 2) + gap) {
        for (int r = 0; r < 2; ++r)
            for (int c = 0; c < 3; ++c)
                numbers[static_cast<std::size_t>(RowMajor ? r * stride + c : c * stride + r)] =
                    rows[static_cast<std::size_t>(r * 3 + c)];
    }
    const float* data() const { return numbers.data(); }
    int rows() const { return 2; }
    int cols() const { return 3; }
    int size() const { return 6; }
    const float& operator()(int r, int c) const {
        return numbers[static_cast<std::size_t>(RowMajor ? r * stride + c : c * stride + r)];
    }
};

}  // namespace

TEST_CASE("matrices are read row by row, whatever their order") {
    const Sum model = sum();
    CHECK(outputs(model.predict(row_by_row)) == right);
    CHECK(outputs(model.predict(Matrix<true>(row_by_row, 0))) == right);
    CHECK(outputs(model.predict(Matrix<false>(row_by_row, 0))) == right);
    CHECK(outputs(model.predict(Matrix<true>(row_by_row, 2))) == right);
    CHECK(outputs(model.predict(Matrix<false>(row_by_row, 3))) == right);
#ifdef HAS_EIGEN
    Eigen::MatrixXf columns(2, 3);
    columns << 1, 2, 3, 4, 5, 6;
    CHECK(outputs(model.predict(columns)) == right);
    const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> rows = columns;
    CHECK(outputs(model.predict(rows)) == right);
    const Eigen::MatrixXd doubles = columns.cast<double>();
    CHECK(outputs(model.predict(doubles)) == right);
    Eigen::MatrixXf large = Eigen::MatrixXf::Constant(5, 7, -1);
    large.block(1, 2, 2, 3) = columns;
    CHECK(outputs(model.predict(large.block(1, 2, 2, 3))) == right);
    CHECK(outputs(model.predict(Eigen::Map<const Eigen::Matrix<float, 2, 3, Eigen::RowMajor>>(
              row_by_row.data()))) == right);
    CHECK(outputs(model.predict(columns * 2.0f)) == std::vector<float>{642, 1308});
    const Eigen::VectorXf one_example = columns.row(0).transpose();
    CHECK(outputs(model.predict(one_example)) == std::vector<float>{321});
#endif
}

TEST_CASE("arrays of arrays are rows") {
    const Sum model = sum();
    const float c_array[2][3] = {{1, 2, 3}, {4, 5, 6}};
    CHECK(outputs(model.predict(c_array)) == right);
    const std::array<std::array<float, 3>, 2> nested{{{1, 2, 3}, {4, 5, 6}}};
    CHECK(outputs(model.predict(nested)) == right);
    const std::vector<std::array<double, 3>> rows{{1, 2, 3}, {4, 5, 6}};
    CHECK(outputs(model.predict(rows)) == right);
    CHECK(outputs(model.predict({1, 2, 3, 4, 5, 6})) == right);
    CHECK(outputs(model.predict(std::vector<bool>{true, false, true, false, true, false})) ==
          std::vector<float>{101, 10});
    CHECK(message_of([&] { (void)model.predict(std::vector<float>(7)); }) ==
          "the inputs in one row of 7 numbers are not whole examples of 3");
}

TEST_CASE("targets of a flat range are whole examples of any type") {
    Model<Sequential<Dense<3, Sigmoid>>, Input<3>> model{1};
    auto trainer = model.compile(SGD{.learning_rate = 0}, BinaryCrossentropy{});
    const std::vector<float> floats{1, 0, 1, 0, 0, 1};
    const auto loss = trainer.evaluate(row_by_row, floats);
    CHECK(trainer.evaluate(row_by_row, std::vector<int>{1, 0, 1, 0, 0, 1}) == loss);
    CHECK(trainer.evaluate(row_by_row, std::vector<std::uint8_t>{1, 0, 1, 0, 0, 1}) == loss);
    CHECK(trainer.evaluate(row_by_row, std::vector<bool>{1, 0, 1, 0, 0, 1}) == loss);
    const int rows[2][3] = {{1, 0, 1}, {0, 0, 1}};
    CHECK(trainer.evaluate(row_by_row, rows) == loss);
    CHECK(trainer.evaluate(row_by_row, {1, 0, 1, 0, 0, 1}) == loss);
    CHECK(message_of([&] {
              (void)trainer.evaluate(row_by_row, std::vector<int>{1, 0});
          }).find("3") != std::string::npos);

    // An autoencoder of bytes.
    Model<Sequential<Rescaling<1.0 / 255>, Dense<3, Sigmoid>>, Input<3>> autoencoder{1};
    auto coder = autoencoder.compile(SGD{}, MeanSquaredError{});
    const std::vector<std::uint8_t> x{1, 2, 3, 4, 5, 6};
    CHECK(coder.fit(x, x, {.verbose = 0})["loss"].size() == 1);

    // One-hot rows of whole numbers, and class numbers by mistake.
    Model<Sequential<Dense<3, Softmax>>, Input<3>> classifier{1};
    auto categorical = classifier.compile(SGD{.learning_rate = 0}, CategoricalCrossentropy{});
    auto sparse = classifier.compile(SGD{.learning_rate = 0}, SparseCategoricalCrossentropy{});
    CHECK(categorical.evaluate(row_by_row, std::vector<int>{0, 1, 0, 0, 0, 1})[0] ==
          doctest::Approx(double(sparse.evaluate(row_by_row, std::vector<int>{1, 2})[0])));
    CHECK(message_of([&] {
              (void)categorical.evaluate(row_by_row, std::vector<int>{1, 2});
          }).find("SparseCategoricalCrossentropy") != std::string::npos);
}

TEST_CASE("class numbers of every type, and what is none") {
    Model<Sequential<Dense<3, Softmax>>, Input<3>> model{1};
    auto trainer = model.compile(SGD{.learning_rate = 0}, SparseCategoricalCrossentropy{});
    const auto right_scores = trainer.evaluate(row_by_row, std::vector<int>{0, 1});
    enum class Kind : unsigned char { cat, dog };
    CHECK(trainer.evaluate(row_by_row, std::vector<float>{0, 1}) == right_scores);
    CHECK(trainer.evaluate(row_by_row, std::vector<std::uint64_t>{0, 1}) == right_scores);
    CHECK(trainer.evaluate(row_by_row, std::vector<signed char>{0, 1}) == right_scores);
    CHECK(trainer.evaluate(row_by_row, std::vector<Kind>{Kind::cat, Kind::dog}) == right_scores);
    CHECK(trainer.evaluate(row_by_row, std::vector<bool>{false, true}) == right_scores);
    const auto refused = [&](const auto& labels, const std::string& label) {
        CHECK(message_of([&] { (void)trainer.evaluate(row_by_row, labels); }) ==
              "the label of example 1 is " + label + " but the classes of this network are 0 to 2");
    };
    refused(std::vector<int>{0, -1}, "-1");
    refused(std::vector<int>{0, 3}, "3");
    refused(std::vector<float>{0, 0.5f}, "0.500000");
    refused(std::vector<std::uint64_t>{0, std::uint64_t(1) << 63}, "9223372036854775808");
    refused(std::vector<std::int64_t>{0, std::int64_t(1) << 40}, "1099511627776");
    refused(std::vector<float>{0, std::numeric_limits<float>::quiet_NaN()}, "nan");
}

TEST_CASE("stored options own what they were given as temporaries") {
    Model<Sequential<Dense<1>>, Input<3>> model{1};
    auto trainer = model.compile(SGD{.learning_rate = 0}, MeanSquaredError{});
    const auto make = [](float value) { return std::vector<float>(6, value); };
    FitOptions options{.validation_data = {make(0.5f), std::vector<float>{1, 2}}, .verbose = 0};
    const FitOptions copy = options;
    options = FitOptions{};
    {
        const auto noise = make(77);
    }
    const std::vector<float> y{1, 2};
    const History history = trainer.fit(row_by_row, y, copy);
    CHECK(history["val_loss"][0] == trainer.evaluate(make(0.5f), y)[0]);
    const ArrayView view = make(3);
    float read = 0;
    view.read(5, 1, &read);
    CHECK(read == 3);
}

TEST_CASE("any seed of 64 bits is a seed of its own, and a negative one is refused") {
    const std::vector<float> x(60, 0.5f), y(20, 1.0f);
    const auto trained = [&](auto seed) {
        Model<Sequential<Dropout<0.5>, Dense<1>>, Input<3>> model{1};
        auto trainer = model.compile(SGD{}, MeanSquaredError{});
        trainer.fit(x, y, {.batch_size = 4, .seed = seed, .verbose = 0});
        return model.get_weights();
    };
    const auto largest = std::numeric_limits<std::uint64_t>::max();
    const auto half = std::uint64_t{1} << 63;
    CHECK(trained(half) != trained(1));
    CHECK(trained(half) != trained(half + 1));
    CHECK(trained(largest) != trained(half));
    CHECK(trained(largest) != trained(largest - 1));
    CHECK(message_of([&] { (void)trained(-5); }) == "seed is -5 but needs to be 0 at least");
}

TEST_CASE("numbers of options that make no sense are refused by name") {
    Model<Sequential<Dense<1>>, Input<3>> model{1};
    auto trainer = model.compile(SGD{}, MeanSquaredError{});
    const std::vector<float> x(60, 0.5f), y(20, 1.0f);
    const auto says = [&](FitOptions options) {
        options.verbose = options.verbose.value == 1 ? 0 : options.verbose.value;
        return message_of([&] { trainer.fit(x, y, options); });
    };
    const double nan = std::nan(""), infinite = std::numeric_limits<double>::infinity();
    CHECK(says({.validation_split = nan}) == "validation_split is nan but lies between 0 and 1");
    CHECK(says({.validation_split = infinite}).starts_with("validation_split is inf"));
    CHECK(says({.validation_split = -0.1}).starts_with("validation_split is -0.1"));
    CHECK(says({.validation_split = 1}) == "validation_split is 1 but lies between 0 and 1");
    // As in Keras, the last example validates, however small the share is.
    CHECK(trainer.fit(x, y, {.validation_split = 1e-8, .verbose = 0}).contains("val_loss"));
    CHECK(trainer.fit(x, y, {.validation_split = 1e-8f, .verbose = 0}).contains("val_loss"));
    CHECK_FALSE(trainer.fit(x, y, {.validation_split = 0, .verbose = 0}).contains("val_loss"));
    CHECK(says({.epochs = -1}) == "epochs is -1 but needs to be 0 at least");
    CHECK(says({.batch_size = 0}) == "batch_size is 0 but needs to be 1 at least");
    CHECK(says({.verbose = 3}) == "verbose is 3 but needs to be 0, 1 or 2");
    CHECK(message_of([&] {
              trainer.fit(x, y,
                          {.batch_size = std::numeric_limits<std::uint64_t>::max(), .verbose = 0});
          }) == "no error");
    CHECK(trainer.fit(x, y, {.validation_split = 0.1f, .verbose = 0}).contains("val_loss"));
}
