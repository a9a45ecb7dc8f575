// SPDX-License-Identifier: MIT
// DepthwiseConv2D: y[p][q][c M + m] = b[c M + m] + sum_{r,s} x[p + r][q + s][c] w[r][s][c][m].
#ifndef NAIVE_DEPTHWISE_CONV2D
#define NAIVE_DEPTHWISE_CONV2D

#include "convolving.hpp"

namespace naive {

template <int Height, int Width, class... Given>
Batch forward(Of<DepthwiseConv2D<Height, Width, Given...>>, const Batch& x, Run& run) {
    return convolve_depthwise<Given...>(x, run, {Height, Width});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/gelu.cpp"
#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/depthwise_conv2d.hpp"
#include "add.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "prelu.cpp"
#include "zero_padding2d.cpp"

using namespace inlay;

TEST_CASE("DepthwiseConv2D") {
    check::both<DepthwiseConv2D<3>, Input<7, 6, 5>>();
    check::layer<DepthwiseConv2D<3, 3, Same>, Input<7, 7, 7>>();
    check::layer<DepthwiseConv2D<3, 3, Same, NoBias, Tanh>, Input<5, 21, 17>>();
    check::layer<DepthwiseConv2D<1>, Input<3, 5, 16>>();
    check::layer<DepthwiseConv2D<2, 5, Same, Tanh>, Input<6, 9, 3>>();
    check::layer<DepthwiseConv2D<7, 7, Same>, Input<5, 6, 3>>();    // wider than its input
    check::layer<DepthwiseConv2D<3, 11, Same>, Input<4, 13, 2>>();  // a row in parts
    check::layer<DepthwiseConv2D<5, 5>, Input<5, 5, 9>>();          // one place
    check::layer<DepthwiseConv2D<3, 1, Same>, Input<13, 1, 3>>();
    check::layer<DepthwiseConv2D<3, 3, Same>, Input<9, 9, 33>>();  // more than one chain
    check::layer<DepthwiseConv2D<3, 3, Same>, Input<3, 67, 2>>();  // of pieces of a row
}

TEST_CASE("DepthwiseConv2D, strides and dilation") {
    check::both<DepthwiseConv2D<3, 3, Same, Strides<2>>, Input<9, 10, 5>>();
    check::layer<DepthwiseConv2D<3, 3, Strides<2>>, Input<9, 12, 17>>();
    check::layer<DepthwiseConv2D<2, 2, Strides<3>>, Input<12, 11, 3>>();  // cells nobody reads
    check::layer<DepthwiseConv2D<5, 3, Strides<2, 1>, Same>, Input<11, 8, 2>>();
    check::layer<DepthwiseConv2D<2, 3, Strides<11>, Same>, Input<5, 24, 2>>();
    check::layer<DepthwiseConv2D<3, 3, Same, Dilation<2>>, Input<7, 11, 5>>();
    check::layer<DepthwiseConv2D<2, 3, Dilation<3, 4>, NoBias>, Input<6, 12, 3>>();
    check::layer<DepthwiseConv2D<3, 3, Dilation<2>, Strides<2>>, Input<9, 11, 2>>();
}

TEST_CASE("DepthwiseConv2D, several kernels for each channel") {
    check::both<DepthwiseConv2D<3, 3, DepthMultiplier<2>, Same>, Input<5, 6, 5>>();
    check::layer<DepthwiseConv2D<2, 3, DepthMultiplier<3>, ReLU>, Input<5, 9, 3>>();
    check::layer<DepthwiseConv2D<3, 3, DepthMultiplier<4>, Strides<2>, NoBias>, Input<7, 6, 9>>();
    check::layer<DepthwiseConv2D<3, 3, DepthMultiplier<8>, Same>, Input<4, 5, 3>>();
    check::layer<DepthwiseConv2D<3, 3, DepthMultiplier<17>>, Input<4, 5, 1>>();
    check::layer<DepthwiseConv2D<3, 3, DepthMultiplier<32>, Dilation<2>>, Input<6, 7, 2>>();
}

TEST_CASE("DepthwiseConv2D in networks: normalized, between views, in blocks") {
    check::network<Sequential<DepthwiseConv2D<3, 3, Same, NoBias>, BatchNorm<>, ReLU,
                              Conv2D<5, 1, 1, Tanh>, DepthwiseConv2D<3, 3, Strides<2>>>,
                   Input<7, 8, 3>>();
    check::network<Sequential<DepthwiseConv2D<3, 3, DepthMultiplier<3>>, BatchNorm<>>,
                   Input<7, 8, 3>>();
    check::network<Sequential<Concat<DepthwiseConv2D<3, 3, Same, Tanh>, Conv2D<3, 1, 1>>,
                              DepthwiseConv2D<3, 3, Same>, Flatten, Dense<2>>,
                   Input<5, 6, 2>>();
    check::network<Sequential<Conv2D<3, 1, 1>, Add<DepthwiseConv2D<3, 3, Same>, Identity>,
                              Concat<Identity, DepthwiseConv2D<3, 3, Same, Dilation<2>>>>,
                   Input<5, 6, 2>>();
    check::network<
        Sequential<Conv2D<3, 1, 1>, Add<Sequential<Tanh, DepthwiseConv2D<3, 3, Same>>, Identity>,
                   GELU, DepthwiseConv2D<3, 3, PReLU<>>>,
        Input<5, 6, 2>>();
    check::network<Sequential<Conv2D<3, 1, 1>, ZeroPadding2D<0, 1, 0, 1>,
                              DepthwiseConv2D<3, 3, Strides<2>>, Conv2D<2, 1, 1>>,
                   Input<6, 6, 2>>();
}

TEST_CASE("DepthwiseConv2D, Keras's numbers") { keras::layers::depthwise_conv2d(); }

#endif
