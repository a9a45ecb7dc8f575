// SPDX-License-Identifier: MIT
// Layers with so many weights that they run in panels, in the definitions of the layers themselves.
#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "identity.cpp"
#include "max_pool.cpp"

using namespace inlay;

TEST_CASE("direct sums with many weights") {
    check::both<Conv2D<97, 3, 3, Same, Dilation<1, 2>>, Input<3, 4, 77>>();
    check::layer<Conv2D<129, 2, 3, Strides<1, 2>, Same, NoBias>, Input<4, 5, 85>>();
    check::layer<Conv2D<65, 1, 1, Strides<2>>, Input<3, 3, 1030>>();  // channels in parts
    check::network<Sequential<Conv2D<32, 3, 3, Same, Direct, Tanh>, MaxPool<2>>,
                   Input<3, 2, 230>>();
    check::network<Sequential<Conv2D<90, 1>, Add<Conv2D<90, 3, 3, Same, Direct>, Identity>, Tanh,
                              Conv2D<4, 1>>,
                   Input<9, 8, 5>>();  // more places than one chain has
}

TEST_CASE("Winograd's tiles with many weights") {
    check::both<Conv2D<93, 3, 3, Fast<4>, Same>, Input<5, 6, 81>>();
    check::network<Sequential<Conv2D<33, 3, 3, Same, Fast<2>, Tanh>, MaxPool<2>>,
                   Input<2, 3, 230>>();
}

TEST_CASE("Dense on maps, with many weights") { check::both<Dense<131>, Input<2, 3, 510>>(); }

#endif
