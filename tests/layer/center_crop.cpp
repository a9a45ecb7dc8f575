// SPDX-License-Identifier: MIT
// CenterCrop: the middle of an image.
#ifndef NAIVE_CENTER_CROP
#define NAIVE_CENTER_CROP

#include "edges.hpp"

#include <cstddef>

namespace naive {

template <int Height, int Width>
Batch forward(Of<CenterCrop<Height, Width>>, const Batch& x, Run&) {
    Batch y({Height, Width, x.shape[2]}, x.count);
    const std::size_t top = (x.shape[0] - Height) / 2, left = (x.shape[1] - Width) / 2;
    for_each_number(y, [&](std::size_t n, std::size_t h, std::size_t w, std::size_t c) {
        y.at(n, h, w, c) = x.at(n, h + top, w + left, c);
    });
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/center_crop.hpp"
#include "check.hpp"
#include "conv2d.cpp"

#include <doctest/doctest.h>

using namespace inlay;

TEST_CASE("CenterCrop, where it copies and as a view") {
    check::network<Sequential<CenterCrop<3, 5>, Conv2D<3, 1>, CenterCrop<3, 2>, Conv2D<2, 2>>,
                   Input<6, 6, 2>>();
    check::network<Sequential<Conv2D<2, 1>, CenterCrop<1, 4>>, Input<4, 5, 3>>();
}

TEST_CASE("CenterCrop, Keras's numbers") { keras::layers::center_crop(); }

#endif
