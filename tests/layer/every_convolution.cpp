// SPDX-License-Identifier: MIT
// Every layer, part 3: convolutions. A new kind of convolution needs one line here.
#include "check.hpp"

using namespace inlay;

TEST_CASE("Conv2D, Valid") {
    check::layer<Conv2D<1, 1>, Input<5, 5, 1>>();
    check::layer<Conv2D<5, 1, 1, NoBias>, Input<5, 6, 8>>();
    check::layer<Conv2D<8, 2>, Input<6, 7, 3>>();
    check::layer<Conv2D<17, 3, 3>, Input<7, 8, 5>>();
    check::layer<Conv2D<3, 5, 5>, Input<13, 12, 1>>();
    check::layer<Conv2D<1, 7, 7>, Input<7, 9, 5>>();
    check::layer<Conv2D<8, 3, 1, NoBias>, Input<6, 5, 5>>();
    check::layer<Conv2D<33, 2, 5>, Input<5, 11, 2>>();
}

TEST_CASE("Conv2D, Same") {
    check::layer<Conv2D<3, 1, 1, Same>, Input<5, 6, 5>>();
    check::layer<Conv2D<5, 2, 2, Same>, Input<6, 5, 3>>();
    check::layer<Conv2D<8, 3, 3, Same>, Input<7, 6, 17>>();
    check::layer<Conv2D<3, 5, 5, Same, NoBias>, Input<9, 8, 1>>();
    check::layer<Conv2D<2, 7, 7, Same>, Input<5, 6, 3>>();  // wider than its input
    check::layer<Conv2D<4, 1, 5, Same>, Input<5, 13, 3>>();
}

TEST_CASE("Conv2D, strides") {
    check::layer<Conv2D<5, 3, 3, Strides<2>>, Input<9, 10, 3>>();
    check::layer<Conv2D<5, 3, 3, Strides<2>, Same>, Input<9, 10, 3>>();
    check::layer<Conv2D<3, 2, 2, Strides<3>>, Input<12, 11, 5>>();  // cells that nobody reads
    check::layer<Conv2D<3, 2, 2, Strides<3>, Same>, Input<11, 13, 1>>();
    check::layer<Conv2D<8, 5, 5, Strides<2, 1>, Same>, Input<11, 8, 2>>();
    check::layer<Conv2D<7, 3, 3, Strides<2, 1>, NoBias>, Input<8, 7, 5>>();
    check::layer<Conv2D<9, 1, 1, Strides<2>, Same>, Input<8, 7, 8>>();  // a strided shortcut
    check::layer<Conv2D<3, 7, 7, Strides<3>, Same>, Input<13, 12, 3>>();
}

TEST_CASE("Conv2D, Winograd's minimal filtering, with tiles that end behind the image") {
    check::layer<Conv2D<17, 3, 3, Fast<2>>, Input<8, 9, 5>>();
    check::layer<Conv2D<16, 3, 3, Fast<2>, Same>, Input<7, 6, 17>>();
    check::layer<Conv2D<5, 3, 3, Fast<4>, Same, NoBias>, Input<9, 6, 3>>();
    check::layer<Conv2D<3, 5, 5, Fast<2>>, Input<9, 12, 8>>();
    check::layer<Conv2D<9, 5, 5, Fast<2>, Same>, Input<5, 6, 2>>();
    check::layer<Conv2D<3, 2, 2, Fast<2>, Same>, Input<4, 5, 3>>();
    check::layer<Conv2D<3, 3, 3, Fast<1>>, Input<5, 5, 3>>();
}

TEST_CASE("Conv2D, Winograd's minimal filtering in networks: pooled, normalized, behind a border") {
    check::network<Sequential<Conv2D<5, 3, 3, Same, Tanh, Fast<2>>, MaxPool<2>>, Input<7, 8, 3>>();
    check::network<Sequential<Conv2D<5, 5, 5, Fast<2>>, MaxPool<2>>, Input<9, 11, 3>>();
    check::network<Sequential<Conv2D<5, 3, 3, Fast<2>, NoBias>, MaxPool<3>>, Input<8, 9, 3>>();
    check::network<Sequential<Conv2D<4, 3, 3, Fast<4>>, MaxPool<2>>, Input<9, 9, 3>>();
    check::network<Sequential<Conv2D<6, 3, 3, Fast<2>>, BatchNorm<>>, Input<7, 7, 3>>();
    check::network<Sequential<Conv2D<4, 3, 3, Fast<2>>, Conv2D<5, 5, 5, Same, Fast<2>>>,
                   Input<7, 8, 3>>();
}
