// SPDX-License-Identifier: MIT
// ZeroPadding2D: an image inside cells of zeros.
#ifndef NAIVE_ZERO_PADDING2D
#define NAIVE_ZERO_PADDING2D

#include "edges.hpp"

#include <cstddef>

namespace naive {

template <int... Given>
Batch forward(Of<ZeroPadding2D<Given...>>, const Batch& x, Run&) {
    const Edges e(Given...);
    Batch y({x.shape[0] + e.top + e.bottom, x.shape[1] + e.left + e.right, x.shape[2]}, x.count);
    for_each_number(x, [&](std::size_t n, std::size_t h, std::size_t w, std::size_t c) {
        y.at(n, h + e.top, w + e.left, c) = x.at(n, h, w, c);
    });
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/sigmoid.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/zero_padding2d.hpp"
#include "add.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "max_pool.cpp"
#include "rescaling.cpp"

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

TEST_CASE("ZeroPadding2D, Keras's numbers") { keras::layers::zero_padding2d(); }

#endif
