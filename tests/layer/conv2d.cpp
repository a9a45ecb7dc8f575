// SPDX-License-Identifier: MIT
#include "check.hpp"

using namespace inlay;

TEST_CASE("Conv2D with dilation") {
    check::layer<Conv2D<3, 3, 3, Dilation<2>>, Input<7, 6, 2>>();
    check::layer<Conv2D<3, 2, 3, Dilation<1, 2>, Same, Tanh>, Input<5, 6, 3>>();
    check::layer<Conv2D<17, 3, 2, Dilation<3, 1>, Same, NoBias>, Input<8, 5, 2>>();
    check::layer<Conv2D<2, 3, 3, Dilation<2>, Strides<2>>, Input<9, 8, 2>>();
    check::network<Sequential<Conv2D<4, 3, 3, Dilation<2>, Same, Tanh>, MaxPool<2>,
                              Conv2D<2, 2, 2, Dilation<2>>>,
                   Input<8, 7, 2>>();
}

TEST_CASE("Conv2D in groups") {
    check::layer<Conv2D<4, 3, 3, Groups<2>>, Input<5, 4, 6>>();
    check::layer<Conv2D<6, 2, 3, Groups<3>, Same, ReLU>, Input<5, 4, 3>>();
    check::layer<Conv2D<34, 3, 3, Groups<2>, Same, NoBias>, Input<4, 5, 34>>();
    check::layer<Conv2D<6, 1, 1, Groups<6>>, Input<3, 4, 6>>();
    check::layer<Conv2D<8, 3, 3, Groups<4>, Strides<2>, Dilation<1>, Same>, Input<7, 5, 4>>();
    check::layer<Conv2D<4, 3, 3, Groups<2>, Dilation<2>, Same>, Input<6, 5, 4>>();
    check::network<Sequential<Conv2D<4, 1>, Add<Conv2D<4, 3, 3, Groups<4>, Same>, Identity>,
                              BatchNorm<>, MaxPool<2>, Flatten, Dense<2>>,
                   Input<5, 6, 2>>();
}
