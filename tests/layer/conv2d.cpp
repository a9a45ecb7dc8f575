// SPDX-License-Identifier: MIT
// Conv2D: y[p][q][o] = b[o] + sum_{r,s,c} x[p + r][q + s][c] w[r][s][c][o].
#ifndef NAIVE_CONV2D
#define NAIVE_CONV2D

#include "convolving.hpp"

namespace naive {

template <int Filters, int Height, int Width, class... Given>
Batch forward(Of<Conv2D<Filters, Height, Width, Given...>>, const Batch& x, Run& run) {
    return convolve<Given...>(x, run, Filters, {Height, Width});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/conv2d.hpp"
#include "../keras/layers/conv2d_dilation.hpp"
#include "../keras/layers/conv2d_groups.hpp"
#include "add.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "max_pool.cpp"

using namespace inlay;

TEST_CASE("Conv2D, Valid") {
    check::both<Conv2D<1, 1>, Input<5, 5, 1>>();
    check::layer<Conv2D<5, 1, 1, NoBias>, Input<5, 6, 8>>();
    check::layer<Conv2D<8, 2>, Input<6, 7, 3>>();
    check::layer<Conv2D<17, 3, 3>, Input<7, 8, 5>>();
    check::layer<Conv2D<3, 5, 5>, Input<13, 12, 1>>();
    check::layer<Conv2D<1, 7, 7>, Input<7, 9, 5>>();
    check::layer<Conv2D<8, 3, 1, NoBias>, Input<6, 5, 5>>();
    check::layer<Conv2D<33, 2, 5>, Input<5, 11, 2>>();
}

TEST_CASE("Conv2D, Same") {
    check::both<Conv2D<3, 1, 1, Same>, Input<5, 6, 5>>();
    check::layer<Conv2D<5, 2, 2, Same>, Input<6, 5, 3>>();
    check::layer<Conv2D<8, 3, 3, Same>, Input<7, 6, 17>>();
    check::layer<Conv2D<3, 5, 5, Same, NoBias>, Input<9, 8, 1>>();
    check::layer<Conv2D<2, 7, 7, Same>, Input<5, 6, 3>>();  // wider than its input
    check::layer<Conv2D<4, 1, 5, Same>, Input<5, 13, 3>>();
}

TEST_CASE("Conv2D, strides") {
    check::both<Conv2D<5, 3, 3, Strides<2>>, Input<9, 10, 3>>();
    check::layer<Conv2D<5, 3, 3, Strides<2>, Same>, Input<9, 10, 3>>();
    check::layer<Conv2D<3, 2, 2, Strides<3>>, Input<12, 11, 5>>();  // cells that nobody reads
    check::layer<Conv2D<3, 2, 2, Strides<3>, Same>, Input<11, 13, 1>>();
    check::layer<Conv2D<8, 5, 5, Strides<2, 1>, Same>, Input<11, 8, 2>>();
    check::layer<Conv2D<7, 3, 3, Strides<2, 1>, NoBias>, Input<8, 7, 5>>();
    check::layer<Conv2D<9, 1, 1, Strides<2>, Same>, Input<8, 7, 8>>();  // a strided shortcut
    check::layer<Conv2D<3, 7, 7, Strides<3>, Same>, Input<13, 12, 3>>();
}

TEST_CASE("Conv2D, Winograd's minimal filtering, with tiles that end behind the image") {
    check::both<Conv2D<17, 3, 3, Fast<2>>, Input<8, 9, 5>>();
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

TEST_CASE("Conv2D with dilation") {
    check::both<Conv2D<3, 3, 3, Dilation<2>>, Input<7, 6, 2>>();
    check::layer<Conv2D<3, 2, 3, Dilation<1, 2>, Same, Tanh>, Input<5, 6, 3>>();
    check::layer<Conv2D<17, 3, 2, Dilation<3, 1>, Same, NoBias>, Input<8, 5, 2>>();
    check::layer<Conv2D<2, 3, 3, Dilation<2>, Strides<2>>, Input<9, 8, 2>>();
    check::network<Sequential<Conv2D<4, 3, 3, Dilation<2>, Same, Tanh>, MaxPool<2>,
                              Conv2D<2, 2, 2, Dilation<2>>>,
                   Input<8, 7, 2>>();
}

TEST_CASE("Conv2D in groups") {
    check::both<Conv2D<4, 3, 3, Groups<2>>, Input<5, 4, 6>>();
    check::layer<Conv2D<6, 2, 3, Groups<3>, Same, ReLU>, Input<5, 4, 3>>();
    check::layer<Conv2D<34, 3, 3, Groups<2>, Same, NoBias>, Input<4, 5, 34>>();
    check::layer<Conv2D<6, 1, 1, Groups<6>>, Input<3, 4, 6>>();
    check::layer<Conv2D<8, 3, 3, Groups<4>, Strides<2>, Dilation<1>, Same>, Input<7, 5, 4>>();
    check::layer<Conv2D<4, 3, 3, Groups<2>, Dilation<2>, Same>, Input<6, 5, 4>>();
    check::network<Sequential<Conv2D<4, 1>, Add<Conv2D<4, 3, 3, Groups<4>, Same>, Identity>,
                              BatchNorm<>, MaxPool<2>, Flatten, Dense<2>>,
                   Input<5, 6, 2>>();
}

TEST_CASE("Conv2D, Keras's numbers") {
    keras::layers::conv2d();
    keras::layers::conv2d_dilation();
    keras::layers::conv2d_groups();
}

#endif
