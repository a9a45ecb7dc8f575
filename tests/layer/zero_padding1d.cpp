// SPDX-License-Identifier: MIT
// ZeroPadding1D: a sequence inside cells of zeros.
#ifndef NAIVE_ZERO_PADDING1D
#define NAIVE_ZERO_PADDING1D

#include "zero_padding2d.cpp"

namespace naive {

/// A sequence is an image of one row.
template <int... Cells>
Batch forward(Of<ZeroPadding1D<Cells...>>, Batch x, Run& run) {
    constexpr int given[]{Cells...};
    x.shape = {1, x.shape[0], x.shape[1]};
    Batch y = forward(Of<ZeroPadding2D<0, 0, given[0], given[sizeof...(Cells) - 1]>>{}, x, run);
    y.shape = {y.shape[1], y.shape[2]};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/zero_padding1d.hpp"
#include "check.hpp"
#include "conv1d.cpp"

using namespace inlay;

TEST_CASE("ZeroPadding1D, where it copies and as a view") {
    check::both<ZeroPadding1D<1>, Input<4, 3>>();
    check::network<Sequential<Conv1D<3, 1>, ZeroPadding1D<0, 2>, Conv1D<2, 3>>, Input<4, 3>>();
}

TEST_CASE("ZeroPadding1D, Keras's numbers") { keras::layers::zero_padding1d(); }

#endif
