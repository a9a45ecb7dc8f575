// SPDX-License-Identifier: MIT
// MaxPool1D: the largest number of each window of steps.
#ifndef NAIVE_MAX_POOL1D
#define NAIVE_MAX_POOL1D

#include "max_pool.cpp"

namespace naive {

/// A sequence is an image of one row.
template <int Size, class... Given>
Batch forward(Of<MaxPool1D<Size, Given...>>, Batch x, Run& run) {
    x.shape = {1, x.shape[0], x.shape[1]};
    Batch y = forward(Of<MaxPool<1, Size, Given...>>{}, x, run);
    y.shape = {y.shape[1], y.shape[2]};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/max_pool1d.hpp"
#include "check.hpp"
#include "conv1d.cpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("MaxPool1D") {
    check::both<MaxPool1D<2>, Input<7, 3>>();
    check::layer<MaxPool1D<3, Strides<2>, Same>, Input<8, 2>>();
    check::layer<MaxPool1D<2, Strides<1>>, Input<5, 17>>();
    check::network<Sequential<Conv1D<4, 3, Same>, MaxPool1D<3>, Dense<2>>, Input<9, 2>>();
    static_assert(std::is_same_v<MaxPooling1D<3, 2>, MaxPool1D<3, Strides<2>>>);
}

TEST_CASE("MaxPool1D, Keras's numbers") { keras::layers::max_pool1d(); }

#endif
