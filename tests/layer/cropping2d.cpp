// SPDX-License-Identifier: MIT
// Cropping2D: an image without some cells at its edges.
#ifndef NAIVE_CROPPING2D
#define NAIVE_CROPPING2D

#include "edges.hpp"

#include <cstddef>

namespace naive {

template <int... Given>
Batch forward(Of<Cropping2D<Given...>>, const Batch& x, Run&) {
    const Edges e(Given...);
    Batch y({x.shape[0] - e.top - e.bottom, x.shape[1] - e.left - e.right, x.shape[2]}, x.count);
    for_each_number(y, [&](std::size_t n, std::size_t h, std::size_t w, std::size_t c) {
        y.at(n, h, w, c) = x.at(n, h + e.top, w + e.left, c);
    });
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/cropping2d.hpp"
#include "add.cpp"
#include "average_pool.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "max_pool.cpp"
#include "zero_padding2d.cpp"

using namespace inlay;

TEST_CASE("Cropping2D alone, where it copies") {
    check::network<Cropping2D<1>, Input<5, 4, 3>>();
    check::network<Sequential<Conv2D<3, 1>, Cropping2D<1, 2>>, Input<5, 7, 2>>();
    check::network<Sequential<Conv2D<3, 1>, Cropping2D<0, 1, 2, 0>, Conv2D<2, 3, 3, Same>>,
                   Input<5, 7, 2>>();
}

TEST_CASE("Cropping2D as a view") {
    check::network<Sequential<Conv2D<3, 1>, Cropping2D<1, 0, 0, 2>, Conv2D<2, 2, 3>>,
                   Input<6, 7, 2>>();
    check::network<
        Sequential<Conv2D<17, 3, 3, Same, Tanh>, Cropping2D<1>, MaxPool<2>, Flatten, Dense<3>>,
        Input<7, 7, 2>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same>, Cropping2D<1>, Cropping2D<0, 1, 1, 0>,
                              BatchNorm<>, ReLU, AveragePool<2>>,
                   Input<7, 8, 2>>();
    // What is cropped away has another reader.
    check::network<
        Sequential<Conv2D<3, 1>, Add<Sequential<Cropping2D<1>, Conv2D<2, 1>>, Conv2D<2, 3, 3>>>,
        Input<5, 6, 2>>();
    check::network<
        Sequential<Conv2D<3, 1>, Add<Conv2D<2, 3, 3>, Sequential<Cropping2D<1>, Conv2D<2, 1>>>>,
        Input<5, 6, 2>>();
    check::network<Sequential<Cropping2D<1>, ZeroPadding2D<1>, Conv2D<2, 3, 3>>, Input<5, 6, 2>>();
}

TEST_CASE("both sides of an image, one next to the other") {
    using Left = Sequential<Cropping2D<0, 0, 0, 3>, Conv2D<2, 3, 3>>;
    using Right = Sequential<Cropping2D<0, 0, 3, 0>, Conv2D<2, 3, 3>>;
    check::network<Sequential<Conv2D<3, 3, 3, Same, Tanh>, Concat<Left, Right>, Conv2D<2, 1>>,
                   Input<5, 8, 2>>();
}

TEST_CASE("Cropping2D, Keras's numbers") { keras::layers::cropping2d(); }

#endif
