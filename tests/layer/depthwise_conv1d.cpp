// SPDX-License-Identifier: MIT
// DepthwiseConv1D: a convolution of each channel alone over the steps of a sequence.
#ifndef NAIVE_DEPTHWISE_CONV1D
#define NAIVE_DEPTHWISE_CONV1D

#include "convolving.hpp"

namespace naive {

template <int Size, class... Given>
Batch forward(Of<DepthwiseConv1D<Size, Given...>>, const Batch& x, Run& run) {
    return convolve_depthwise<Given...>(x, run, {Size});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/depthwise_conv1d.hpp"
#include "add.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv1d.cpp"
#include "dense.cpp"
#include "global_average_pool1d.cpp"
#include "identity.cpp"

using namespace inlay;

TEST_CASE("DepthwiseConv1D") {
    check::both<DepthwiseConv1D<3>, Input<7, 2>>();
    check::layer<DepthwiseConv1D<2, Same, NoBias, Tanh>, Input<6, 17>>();
    check::layer<DepthwiseConv1D<4, Same, Strides<3>>, Input<11, 5>>();
    check::layer<DepthwiseConv1D<9, Same, ReLU>, Input<133, 3>>();
    check::layer<DepthwiseConv1D<3, Dilation<3>, DepthMultiplier<2>>, Input<13, 4>>();
    check::network<Sequential<Conv1D<4, 2>, Add<DepthwiseConv1D<3, Same>, Identity>,
                              Concat<DepthwiseConv1D<3, Same, Dilation<2>>, Identity>,
                              GlobalAveragePool1D, Dense<3>>,
                   Input<8, 3>>();
}

TEST_CASE("DepthwiseConv1D, Keras's numbers") { keras::layers::depthwise_conv1d(); }

#endif
