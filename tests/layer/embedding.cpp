// SPDX-License-Identifier: MIT
// Embedding: a row of weights for each whole number.
#ifndef NAIVE_EMBEDDING
#define NAIVE_EMBEDDING

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int Words, int Size, class... Given>
Batch forward(Of<Embedding<Words, Size, Given...>>, const Batch& x, Run& run) {
    const double* const rows = run.take_weights(Words * Size);
    Shape shape = x.shape;
    shape.extents[shape.count++] = Size;
    Batch y(shape, x.count);
    run.mask.assign(given<MaskZero, Given...> ? x.values.size() : 0, true);
    for (std::size_t k = 0; k < x.values.size(); ++k) {
        const auto word = static_cast<std::size_t>(x.values[k]);
        if (!run.mask.empty()) run.mask[k] = word != 0;
        for (std::size_t c = 0; c < Size; ++c) y.row(k, c) = rows[word * Size + c];
    }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/tanh.cpp"
#include "../keras/layers/embedding.hpp"
#include "../message_of.hpp"
#include "check.hpp"
#include "dense.cpp"
#include "global_average_pool1d.cpp"

#include <inlay/inlay.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

using namespace inlay;

TEST_CASE("Embedding looks up a row of weights for each number") {
    Model<Embedding<3, 2>, Input<4>> model;
    static_assert(model.parameter_count == 6 && model.output_shape == Shape{4, 2});
    CHECK(model.tensor_names()[0] == "embedding/embeddings");
    for (const float w : model.weights()) CHECK(std::abs(w) <= 0.05f);
    model.set_weights(std::vector<float>{1, 2, 3, 4, 5, 6});
    const auto y = model.predict(std::vector<float>{2, 0, 1, 2});
    CHECK(std::vector<float>(y.begin(), y.end()) == std::vector<float>{5, 6, 1, 2, 3, 4, 5, 6});
    // forward looks at nothing before: what is no word is NaN, as floats and as integers.
    std::vector<float> none(8);
    const auto check_none = [&] {
        CHECK(none[0] == 1);
        CHECK(std::isnan(none[2]));
        CHECK(std::isnan(none[3]));
        CHECK(std::isnan(none[4]));
        CHECK(none[6] == 3);
    };
    CHECK(model.forward(std::vector<float>{0, 3, -1, 1}, none));
    check_none();
    CHECK(model.forward(std::vector<std::int32_t>{0, 3, -1, 1}, none));
    check_none();
    CHECK(!model.forward(std::vector<std::int32_t>{0, 3, -1}, none));
}

TEST_CASE("what is no word is refused before anything is trained or predicted") {
    using Net = Sequential<Embedding<4, 1>, GlobalAveragePool1D>;
    Model<Net, Input<3>> model;
    const std::vector<float> before = model.get_weights();
    auto trainer = model.compile(SGD{.learning_rate = 1.0}, MeanSquaredError{});
    const std::vector<std::int64_t> x{0, 1, 2, 3, 4, 0, -1, 9, 1};
    const std::vector<float> y{0, 1, 2};
    const std::string wanted =
        "the inputs hold 4 at place 1 of example 1 but the network looks up whole numbers from 0 "
        "to 3";
    CHECK(message_of([&] { (void)model.predict(x); }) == wanted);
    CHECK(message_of([&] { (void)trainer.fit(x, y, {.verbose = 0}); }) == wanted);
    CHECK(message_of([&] { (void)trainer.evaluate(x, y); }) == wanted);
    CHECK(message_of([&] { (void)trainer.train_on_batch(x, y); }) == wanted);
    CHECK(model.get_weights() == before);
    const std::vector<double> fraction{0, 1, 2.5}, nothing{std::nan(""), 1, 2};
    CHECK(message_of([&] {
              (void)model.predict(fraction);
          }).find("hold 2.500000 at place 2 of example 0 but") != std::string::npos);
    CHECK(message_of([&] {
              (void)model.predict(nothing);
          }).find("hold nan at place 0 of example 0") != std::string::npos);
    const std::vector<std::uint64_t> huge{0, 1, 2, 0, (std::uint64_t{1} << 32) + 1, 1};
    CHECK(message_of([&] {
              (void)model.predict(huge);
          }).find("hold 4294967297 at place 1 of example 1 but") != std::string::npos);
    Model<Embedding<4, 1>, Input<2, 3>> grid;
    CHECK(message_of([&] { (void)grid.predict(std::vector<int>{0, 1, 2, 3, 0, 7}); }) ==
          "the inputs hold 7 at place 1, 2 of example 0 but the network looks up whole numbers "
          "from 0 to 3");
    // The smallest of two tables that look up the same numbers.
    Model<Add<Embedding<4, 1>, Embedding<3, 1>>, Input<1>> two;
    CHECK(message_of([&] { (void)two.predict(std::vector<int>{1, 3}); }).find("from 0 to 2") !=
          std::string::npos);
}

TEST_CASE("integers are read exactly, in forward, predict and training") {
    constexpr int words = (1 << 24) + 8;  // as floats the last of them are the same
    using Net = Sequential<Embedding<words, 1>, Flatten>;
    static_assert(Network<Net, Input<2>>::indices[0] == words);
    Model<Net, Input<2>, float, Direct> model;
    for (int k = 0; k < 8; ++k)
        model.weights()[static_cast<std::size_t>(words - 8 + k)] = static_cast<float>(k);
    const std::vector<std::int32_t> x{words - 7, words - 6, words - 1, 0};
    const auto y = model.predict(x);
    CHECK(y.begin()[0] == 1);
    CHECK(y.begin()[1] == 2);
    CHECK(y.begin()[2] == 7);
    std::vector<float> out(2);
    CHECK(model.forward(std::vector<std::int32_t>{words - 3, words - 5}, out));
    CHECK(out == std::vector<float>{5, 3});
    auto trainer = model.compile(SGD{.learning_rate = 1.0}, MeanSquaredError{});
    (void)trainer.train_on_batch(std::vector<std::int64_t>{words - 7, words - 5},
                                 std::vector<float>{0, 3});
    CHECK(model.weights()[words - 7] == 0);  // 1 - 2 (1 - 0) / 2
    CHECK(model.weights()[words - 6] == 2);
    CHECK(model.weights()[words - 5] == 3);
}

TEST_CASE("floats, bytes and integers give the same bits, for float and for double") {
    const auto check = []<class Scalar, class Net>(Scalar, Net) {
        const auto trained = [](auto number) {
            std::vector<decltype(number)> x;
            for (int k = 0; k < 21 * 5; ++k) x.push_back(static_cast<decltype(number)>(k * k % 9));
            std::vector<float> y(21);
            for (std::size_t k = 0; k < y.size(); ++k) y[k] = static_cast<float>(k % 4);
            Model<Net, Input<5>, Scalar> model{3};
            auto trainer = model.compile(Adam{}, MeanSquaredError{});
            trainer.fit(x, y, {.batch_size = 6, .epochs = 2, .verbose = 0});
            const auto outputs = model.predict(x);
            auto all = model.get_weights();
            all.insert(all.end(), outputs.begin(), outputs.end());
            all.push_back(trainer.evaluate(x, y)[0]);
            return all;
        };
        const auto wanted = trained(std::int32_t{});
        CHECK(trained(float{}) == wanted);
        CHECK(trained(double{}) == wanted);
        CHECK(trained(std::uint8_t{}) == wanted);
        CHECK(trained(std::int64_t{}) == wanted);
    };
    using Text = Sequential<Embedding<9, 3, MaskZero>, GlobalAveragePool1D, Dense<1>>;
    check(float{}, Text{});
    check(double{}, Text{});
    // In training something else reads the input: there it is one of numbers.
    using Noisy = Sequential<Dropout<0>, Embedding<9, 3>, Flatten, Dense<1>>;
    check(float{}, Noisy{});
    check(double{}, Noisy{});
    using Twice = Sequential<Concat<Embedding<9, 3>, Sequential<Reshape<5>, Embedding<11, 2>>>,
                             Flatten, Dense<1>>;
    check(double{}, Twice{});
}

TEST_CASE("one of several inputs may be of integers") {
    using Net = Sequential<Concat<Identity, Sequential<From<"ids">, Embedding<4, 1>, Flatten>>>;
    using In = Inputs<Named<"x", Input<2>>, Named<"ids", Input<3>>>;
    static_assert(Network<Net, In>::indices[0] == 0 && Network<Net, In>::indices[1] == 4);
    const auto check = []<class Scalar>(Scalar) {
        Model<Net, In, Scalar> model;
        model.set_weights(std::vector<Scalar>{1, 2, 3, 4});
        const std::vector<float> x{0.5f, 0.25f, 8, 9};
        const std::vector<std::uint16_t> ids{3, 0, 1, 2, 2, 0}, wrong{3, 0, 1, 2, 4, 0};
        const auto y = model.predict(std::tie(x, ids));
        CHECK(std::vector<double>(y.begin(), y.end()) ==
              std::vector<double>{0.5, 0.25, 4, 1, 2, 8, 9, 3, 3, 1});
        CHECK(message_of([&] {
                  (void)model.predict(std::tie(x, wrong));
              }).find("hold 4 at place 1 of example 1 but") != std::string::npos);
    };
    check(float{});
    check(double{});
}

TEST_CASE("an input that somebody reads as numbers is one of numbers") {
    using In = Input<3>;
    static_assert(Network<Embedding<4, 1>, In>::indices[0] == 4);
    static_assert(Network<Sequential<Reshape<3, 1>, Embedding<4, 1>>, In>::indices[0] == 4);
    static_assert(Network<Dense<2>, In>::indices[0] == 0);
    static_assert(Network<Identity, In>::indices[0] == 0);
    static_assert(Network<Sequential<Dense<2>, Embedding<4, 1>>, In>::indices[0] == 0);
    static_assert(Network<Sequential<Rescaling<2>, Embedding<4, 1>>, In>::indices[0] == 0);
    static_assert(Network<Concat<Sequential<Embedding<4, 1>, Flatten>, Identity>, In>::indices[0] ==
                  0);
    // What a float cannot tell apart changes nothing of the memory.
    using Net = Network<Sequential<Embedding<4, 1>, Flatten, Dense<2>>, In>;
    static_assert(Net::inference_bytes == 16 * sizeof(float));
}

TEST_CASE("its gradient is added up by row; what is not there learns nothing") {
    using Net = Sequential<Embedding<4, 1>, GlobalAveragePool1D>;
    Model<Net, Input<3>> model;
    model.set_weights(std::vector<float>{1, 2, 3, 4});
    auto trainer = model.compile(SGD{.learning_rate = 1.0}, MeanSquaredError{});
    // y = (2 + 2 + 4) / 3, dy = 2 y: a third for each place.
    (void)trainer.train_on_batch(std::vector<std::uint8_t>{1, 1, 3}, std::vector<float>{0});
    const float share = 2 * (8.0f / 3) / 3;
    CHECK(model.weights()[0] == 1);
    CHECK(model.weights()[1] == doctest::Approx(static_cast<double>(2 - 2 * share)));
    CHECK(model.weights()[2] == 3);
    CHECK(model.weights()[3] == doctest::Approx(static_cast<double>(4 - share)));
}

TEST_CASE("MaskZero leaves out the steps of number 0") {
    using Net = Sequential<Embedding<3, 1, MaskZero>, GlobalAveragePool1D>;
    Model<Net, Input<4>> model;
    model.set_weights(std::vector<float>{100, 2, 4});
    const auto y = model.predict(std::vector<float>{1, 0, 2, 0});
    CHECK(*y.begin() == 3);
}

TEST_CASE("Embedding of more axes, against its definition") {
    Model<Embedding<9, 4>, Input<2, 3>> model;
    naive::Batch x({2, 3}, 2);
    for (std::size_t k = 0; k < x.values.size(); ++k) x.values[k] = static_cast<double>(k * 5 % 9);
    const std::vector<double> weights(model.weights().begin(), model.weights().end());
    naive::Run run{weights.data(), nullptr, false};
    const naive::Batch wanted = forward(naive::Of<Embedding<9, 4>>{}, x, run);
    const auto y = model.predict(x.values);
    CHECK(std::vector<double>(y.begin(), y.end()) == wanted.values);
    static_assert(model.output_shape == Shape{2, 3, 4});
}

TEST_CASE("Embedding, Keras's numbers") { keras::layers::embedding(); }

#endif
