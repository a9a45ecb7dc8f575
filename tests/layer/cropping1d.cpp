// SPDX-License-Identifier: MIT
// Cropping1D: a sequence without some cells at its edges.
#ifndef NAIVE_CROPPING1D
#define NAIVE_CROPPING1D

#include "cropping2d.cpp"

namespace naive {

/// A sequence is an image of one row.
template <int... Cells>
Batch forward(Of<Cropping1D<Cells...>>, Batch x, Run& run) {
    constexpr int given[]{Cells...};
    x.shape = {1, x.shape[0], x.shape[1]};
    Batch y = forward(Of<Cropping2D<0, 0, given[0], given[sizeof...(Cells) - 1]>>{}, x, run);
    y.shape = {y.shape[1], y.shape[2]};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/cropping1d.hpp"
#include "check.hpp"
#include "conv1d.cpp"

using namespace inlay;

TEST_CASE("Cropping1D, where it copies and as a view") {
    check::both<Cropping1D<1>, Input<7, 3>>();
    check::network<Sequential<Conv1D<3, 1>, Cropping1D<0, 2>, Conv1D<2, 3>>, Input<7, 3>>();
}

TEST_CASE("Cropping1D, Keras's numbers") { keras::layers::cropping1d(); }

#endif
