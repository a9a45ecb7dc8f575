// SPDX-License-Identifier: MIT
// Conv3D: a convolution over a volume.
#ifndef NAIVE_CONV3D
#define NAIVE_CONV3D

#include "convolving.hpp"

namespace naive {

template <int Filters, int Depth, int Height, int Width, class... Given>
Batch forward(Of<Conv3D<Filters, Depth, Height, Width, Given...>>, const Batch& x, Run& run) {
    return convolve<Given...>(x, run, Filters, {Depth, Height, Width});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/conv3d.hpp"
#include "add.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "dense.cpp"
#include "identity.cpp"

using namespace inlay;

TEST_CASE("Conv3D") {
    check::both<Conv3D<2, 2, 3, 2>, Input<3, 5, 4, 2>>();
    check::layer<Conv3D<3, 3, 3, 3, Same, ReLU>, Input<4, 3, 5, 2>>();
    check::layer<Conv3D<17, 2, 2, 2, Same, Strides<2>, NoBias>, Input<3, 4, 5, 1>>();
    check::layer<Conv3D<2, 3, 1, 2, Same, Strides<1, 2, 3>>, Input<4, 5, 7, 3>>();
    check::layer<Conv3D<4, 2, 2, 2, Dilation<2>, Groups<2>>, Input<4, 5, 4, 2>>();
    check::layer<Conv3D<2, 2, 2, 2, Dilation<1, 2, 1>, Same>, Input<3, 5, 4, 1>>();
    check::network<
        Sequential<Conv3D<3, 2, 2, 2, Same, Tanh>, Add<Conv3D<3, 3, 3, 3, Same>, Identity>,
                   BatchNorm<>, Concat<Conv3D<1, 1, 1, 1>, Dense<2>>, Dense<2>>,
        Input<3, 2, 4, 2>>();
}

TEST_CASE("Conv3D, Keras's numbers") { keras::layers::conv3d(); }

#endif
