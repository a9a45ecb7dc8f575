// SPDX-License-Identifier: MIT
#include "edges.hpp"

using namespace inlay;

TEST_CASE("ZeroPadding2D alone, where it copies") {
    check::network<ZeroPadding2D<1>, Input<3, 4, 2>>();
    check::network<Sequential<Conv2D<3, 1>, ZeroPadding2D<1, 2>>, Input<3, 4, 2>>();
}

TEST_CASE("ZeroPadding2D as a border") {
    check::network<Sequential<ZeroPadding2D<1, 0, 2, 1>, Conv2D<3, 3, 3, Strides<2>>>,
                   Input<5, 6, 2>>();
    check::network<Sequential<Conv2D<3, 1, 1, ReLU>, ZeroPadding2D<1>, MaxPool<3, 3, Strides<2>>,
                              Conv2D<2, 3, 3, Same>>,
                   Input<6, 5, 2>>();
    check::network<Sequential<Conv2D<2, 1>, ZeroPadding2D<1>, ZeroPadding2D<0, 1>,
                              Conv2D<2, 3, 3, Same>, BatchNorm<>>,
                   Input<3, 4, 2>>();
    check::network<Sequential<Conv2D<2, 1>, ZeroPadding2D<1>, BatchNorm<>, Conv2D<2, 1>>,
                   Input<3, 4, 2>>();
    check::network<Sequential<Conv2D<2, 1>, ZeroPadding2D<2>, Sigmoid, Flatten, Dense<2>>,
                   Input<3, 2, 2>>();
    check::network<
        Sequential<Conv2D<2, 1>, Add<ZeroPadding2D<1>, Sequential<ZeroPadding2D<1>, Tanh>,
                                     Conv2D<2, 1, 1, Tanh, Same>>>,
        Input<1, 1, 2>>();
    check::network<Sequential<Conv2D<2, 1>,
                              Concat<Sequential<ZeroPadding2D<1>, Conv2D<2, 3>>,
                                     Conv2D<1, 5, 5, Same>, Identity>,
                              Conv2D<2, 3, 3, Same>>,
                   Input<4, 5, 2>>();
    check::network<Sequential<Rescaling<2>, ZeroPadding2D<1>, Conv2D<2, 3, 3>>, Input<3, 4, 2>>();
}
