// SPDX-License-Identifier: MIT
#include "check.hpp"

using namespace inlay;

TEST_CASE("Conv3D") {
    check::layer<Conv3D<2, 2, 3, 2>, Input<3, 5, 4, 2>>();
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
