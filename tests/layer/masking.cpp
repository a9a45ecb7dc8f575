// SPDX-License-Identifier: MIT
// Masking: steps that are left out by who reads masks.
#ifndef NAIVE_MASKING
#define NAIVE_MASKING

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <Number Value>
Batch forward(Of<Masking<Value>>, Batch x, Run& run) {
    run.mask.assign(x.rows(), false);
    for (std::size_t r = 0; r < x.rows(); ++r) {
        for (std::size_t c = 0; c < x.channels(); ++c)
            run.mask[r] = run.mask[r] || x.row(r, c) != Value.value;
        for (std::size_t c = 0; c < x.channels() && !run.mask[r]; ++c) x.row(r, c) = 0;
    }
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/masking.hpp"
#include "check.hpp"
#include "dense.cpp"
#include "global_average_pool1d.cpp"
#include "loss_slopes.hpp"

#include <inlay/inlay.hpp>

#include <cmath>
#include <vector>

using namespace inlay;

namespace {

/// What Net makes of a sequence of four steps of two features, two of which are 0.
template <class Net>
std::vector<float> masked() {
    Model<Net, Input<4, 2>> model{3};
    const std::vector<float> x{1, 2, 0, 0, 0, 5, 0, 0};
    const auto y = model.predict(x);
    return {y.begin(), y.end()};
}

}  // namespace

TEST_CASE("a mean over the steps that a mask leaves") {
    CHECK(masked<Sequential<Masking<0>, GlobalAveragePool1D>>() == std::vector<float>{0.5f, 3.5f});
    CHECK(masked<Sequential<Masking<5>, GlobalAveragePool1D>>() ==
          std::vector<float>{0.25f, 1.75f});
    CHECK(masked<Sequential<GlobalAveragePool1D>>() == std::vector<float>{0.25f, 1.75f});
    // Past layers that work on each step alone, and beside the first branch of a sum.
    CHECK(masked<Sequential<Masking<>, ReLU, Dropout<0.5>, Add<Identity, Identity>,
                            GlobalAveragePool1D>>() == std::vector<float>{1, 7});
    // A convolution looks at several steps: the mask ends there.
    using Net = Sequential<Masking<>, Conv1D<1, 1, NoBias, KernelInit<Ones>>, GlobalAveragePool1D>;
    CHECK(masked<Net>() == std::vector<float>{2});
}

TEST_CASE("the masked steps become 0, all of them give no number") {
    CHECK(masked<Masking<5>>() == std::vector<float>{1, 2, 0, 0, 0, 5, 0, 0});
    using Net = Sequential<Masking<>, GlobalAveragePool1D>;
    Model<Net, Input<2, 1>> model;
    CHECK(std::isnan(*model.predict(std::vector<float>{0, 0}).begin()));
}

TEST_CASE("gradients behind a mask are those of central differences") {
    using Net = Sequential<Dense<3, Tanh>, Masking<0.5>, Dense<2>, GlobalAveragePool1D, Dense<1>>;
    Model<Net, Input<5, 2>> model{1};
    std::vector<float> x(3 * 10), y{0.3f, -0.1f, 0.7f};
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = std::sin(static_cast<float>(k));
    check_loss_slopes(model, x, y);
}

TEST_CASE("the gradient of a masked step is 0, of the others its share") {
    // All weights are 1: the gradient of the kernel before the mask tells which steps count.
    using Net = Sequential<Dense<1, NoBias, KernelInit<Ones>>, Masking<0>, GlobalAveragePool1D>;
    Model<Net, Input<4, 1>> model;
    auto trainer = model.compile(SGD{.learning_rate = 1.0}, MeanSquaredError{});
    (void)trainer.train_on_batch(std::vector<float>{2, 0, 4, 0}, std::vector<float>{2});
    CHECK(model.weights()[0] == 1 - 2 * (3 - 2) * 3.0f);
}

TEST_CASE("masked steps in small networks") {
    check::network<Sequential<Dense<1>, ReLU, Masking<0>, GlobalAveragePool1D, Dense<2>>,
                   Input<12, 2>>();
    check::network<Sequential<Dense<1, ReLU>, Masking<0>, Dense<3, Tanh>>, Input<12, 2>>();
}

TEST_CASE("Masking, Keras's numbers") { keras::layers::masking(); }

#endif
