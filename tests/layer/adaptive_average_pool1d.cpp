// SPDX-License-Identifier: MIT
// AdaptiveAveragePool1D: the mean of all cells of each place of a sequence, channel by channel.
#ifndef NAIVE_ADAPTIVE_AVERAGE_POOL1D
#define NAIVE_ADAPTIVE_AVERAGE_POOL1D

#include "adaptive_average_pool2d.cpp"

namespace naive {

template <int Steps>
Batch forward(Of<AdaptiveAveragePool1D<Steps>>, Batch x, Run& run) {
    x.shape = {x.shape[0], 1, x.shape[1]};
    Batch y = forward(Of<AdaptiveAveragePool2D<Steps, 1>>{}, x, run);
    y.shape = {y.shape[0], y.shape[2]};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/adaptive_average_pool1d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AdaptiveAveragePool1D") { check::layer<AdaptiveAveragePool1D<5>, Input<13, 3>>(); }

TEST_CASE("AdaptiveAveragePool1D, Keras's numbers") { keras::layers::adaptive_average_pool1d(); }

#endif
