// SPDX-License-Identifier: MIT
// ReflectPadding1D: that of an image of one row.
#ifndef NAIVE_REFLECT_PADDING1D
#define NAIVE_REFLECT_PADDING1D

#include "reflect_padding2d.cpp"

namespace naive {

template <int Before, int Behind>
Batch forward(Of<ReflectPadding1D<Before, Behind>>, Batch x, Run& run) {
    x.shape = {1, x.shape[0], x.shape[1]};
    Batch y = forward(Of<ReflectPadding2D<0, 0, Before, Behind>>{}, x, run);
    y.shape = {y.shape[1], y.shape[2]};
    return y;
}

template <int Both>
Batch forward(Of<ReflectPadding1D<Both>>, const Batch& x, Run& run) {
    return forward(Of<ReflectPadding1D<Both, Both>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/reflect_padding1d.hpp"
#include "check.hpp"
#include "conv1d.cpp"

using namespace inlay;

TEST_CASE("ReflectPadding1D") {
    check::network<Sequential<ReflectPadding1D<2>, Conv1D<3, 5>>, Input<3, 2>>();
}

TEST_CASE("ReflectPadding1D, Keras's numbers") { keras::layers::reflect_padding1d(); }

#endif
