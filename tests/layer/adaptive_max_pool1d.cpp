// SPDX-License-Identifier: MIT
// AdaptiveMaxPool1D: the largest number of each place of a sequence, channel by channel.
#ifndef NAIVE_ADAPTIVE_MAX_POOL1D
#define NAIVE_ADAPTIVE_MAX_POOL1D

#include "adaptive_max_pool2d.cpp"

namespace naive {

template <int Steps>
Batch forward(Of<AdaptiveMaxPool1D<Steps>>, Batch x, Run& run) {
    x.shape = {x.shape[0], 1, x.shape[1]};
    Batch y = forward(Of<AdaptiveMaxPool2D<Steps, 1>>{}, x, run);
    y.shape = {y.shape[0], y.shape[2]};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/adaptive_max_pool1d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AdaptiveMaxPool1D") { check::layer<AdaptiveMaxPool1D<5>, Input<13, 3>>(); }

TEST_CASE("AdaptiveMaxPool1D, Keras's numbers") { keras::layers::adaptive_max_pool1d(); }

#endif
