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

#if __INCLUDE_LEVEL__ == 0

#include "../activation/tanh.cpp"
#include "../keras/layers/embedding.hpp"
#include "check.hpp"
#include "dense.cpp"
#include "global_average_pool1d.cpp"

#include <inlay/inlay.hpp>

#include <cmath>
#include <cstdint>
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
    const auto none = model.predict(std::vector<float>{0, 3, -1, 1});
    CHECK(std::isnan(none.begin()[2]));
    CHECK(std::isnan(none.begin()[4]));
    CHECK(none.begin()[6] == 3);
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
#endif
