// SPDX-License-Identifier: MIT
// SeparableConv1D: a depthwise convolution, then one of single cells, as one layer.
#ifndef NAIVE_SEPARABLE_CONV1D
#define NAIVE_SEPARABLE_CONV1D

#include "convolving.hpp"

namespace naive {

template <int Filters, int Size, class... Given>
Batch forward(Of<SeparableConv1D<Filters, Size, Given...>>, const Batch& x, Run& run) {
    return convolve_separable<Given...>(x, run, Filters, {Size});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/separable_conv1d.hpp"
#include "add.cpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("SeparableConv1D") {
    check::both<SeparableConv1D<3, 3>, Input<7, 2>>();
    check::layer<SeparableConv1D<5, 2, Same, Strides<2>, DepthMultiplier<2>, NoBias, Tanh>,
                 Input<9, 3>>();
}

TEST_CASE("SeparableConv1D, Keras's numbers") { keras::layers::separable_conv1d(); }

#endif
