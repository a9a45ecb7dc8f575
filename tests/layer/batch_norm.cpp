// SPDX-License-Identifier: MIT
// BatchNorm: y = gamma (x - mean) / sqrt(variance + epsilon) + beta, channel by channel: of the
// batch in training, of moving statistics otherwise.
#ifndef NAIVE_BATCH_NORM
#define NAIVE_BATCH_NORM

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace naive {

struct NormalizationOptions {
    double momentum = 0.99, epsilon = 1e-3;

    template <class Option>
    void read(Of<Option>) {}
    template <Number Share>
    void read(Of<Momentum<Share>>) {
        momentum = Share.value;
    }
    template <Number Addend>
    void read(Of<Epsilon<Addend>>) {
        epsilon = Addend.value;
    }
};

template <class... Given>
Batch forward(Of<BatchNorm<Given...>>, const Batch& x, Run& run) {
    NormalizationOptions options;
    (options.read(Of<Given>{}), ...);
    const std::size_t channels = x.channels();
    const double* const gamma = given<NoScale, Given...> ? nullptr : run.take_weights(channels);
    const double* const beta = run.take_weights(channels);
    const double* const moving_mean = run.take_state(channels);
    const double* const moving_variance = run.take_state(channels);
    std::vector<double> mean(moving_mean, moving_mean + channels);
    std::vector<double> variance(moving_variance, moving_variance + channels);
    if (run.training && !run.frozen) {
        run.statistics = true;
        const auto rows = static_cast<double>(x.rows());
        for (std::size_t c = 0; c < channels; ++c) {
            mean[c] = variance[c] = 0;
            for (std::size_t r = 0; r < x.rows(); ++r) mean[c] += x.row(r, c) / rows;
            for (std::size_t r = 0; r < x.rows(); ++r)
                variance[c] += (x.row(r, c) - mean[c]) * (x.row(r, c) - mean[c]) / rows;
        }
        const auto move = [&](const double* moving, const std::vector<double>& batch) {
            for (std::size_t c = 0; c < channels; ++c)
                run.moved.push_back(options.momentum * moving[c] +
                                    (1 - options.momentum) * batch[c]);
        };
        move(moving_mean, mean);
        move(moving_variance, variance);
        const double least = *std::min_element(variance.begin(), variance.end());
        run.steepness /= std::sqrt(least + options.epsilon);
    }
    Batch y = x;
    for (std::size_t r = 0; r < x.rows(); ++r)
        for (std::size_t c = 0; c < channels; ++c)
            y.row(r, c) = (gamma ? gamma[c] : 1) * (x.row(r, c) - mean[c]) /
                              std::sqrt(variance[c] + options.epsilon) +
                          beta[c];
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/sigmoid.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/batch_norm.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "identity.cpp"
#include "max_pool.cpp"

using namespace inlay;

TEST_CASE("BatchNorm") {
    check::both<BatchNorm<>, Input<7>>();
    check::layer<BatchNorm<>, Input<5, 4, 3>>();
    check::layer<BatchNorm<NoScale, Epsilon<1e-2>>, Input<3, 3, 17>>();
    check::layer<BatchNorm<Momentum<0.5>>, Input<4, 5>>();
    check::layer<Sequential<BatchNorm<>, ReLU>, Input<3, 3, 5>>();
}

TEST_CASE("BatchNorm folded into the layer before it") {
    check::network<Sequential<Conv2D<5, 3, 3, Same, NoBias>, BatchNorm<>, ReLU>, Input<5, 4, 3>>();
    check::network<Sequential<Conv2D<3, 2>, BatchNorm<NoScale>>, Input<5, 4, 3>>();
    check::network<Sequential<Dense<9>, BatchNorm<>, Sigmoid>, Input<5>>();
    check::network<Sequential<Dense<3, NoBias>, BatchNorm<>>, Input<3, 3, 5>>();
}

TEST_CASE("BatchNorm not folded") {
    check::network<Sequential<Dense<9, Tanh>, BatchNorm<>>, Input<5>>();
    check::network<Sequential<MaxPool<2>, BatchNorm<>, ReLU>, Input<5, 4, 3>>();
    check::network<Sequential<Dense<5>, BatchNorm<>, BatchNorm<Momentum<0.9>>>, Input<4>>();
    check::network<Sequential<Dense<4>, Add<BatchNorm<>, Identity>>, Input<3>>();
}

TEST_CASE("BatchNorm, Keras's numbers") { keras::layers::batch_norm(); }

#endif
