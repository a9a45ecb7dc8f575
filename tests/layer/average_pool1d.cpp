// SPDX-License-Identifier: MIT
// AveragePool1D: the mean of each window of steps, of those in the sequence.
#ifndef NAIVE_AVERAGE_POOL1D
#define NAIVE_AVERAGE_POOL1D

#include "average_pool.cpp"

namespace naive {

/// A sequence is an image of one row.
template <int Size, class... Given>
Batch forward(Of<AveragePool1D<Size, Given...>>, Batch x, Run& run) {
    x.shape = {1, x.shape[0], x.shape[1]};
    Batch y = forward(Of<AveragePool<1, Size, Given...>>{}, x, run);
    y.shape = {y.shape[1], y.shape[2]};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/average_pool1d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AveragePool1D") {
    check::both<AveragePool1D<2>, Input<7, 3>>();
    check::layer<AveragePool1D<3, Strides<2>, Same>, Input<8, 17>>();
    static_assert(std::is_same_v<AveragePooling1D<3, 2>, AveragePool1D<3, Strides<2>>>);
}

TEST_CASE("AveragePool1D, Keras's numbers") { keras::layers::average_pool1d(); }

#endif
