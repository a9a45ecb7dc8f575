// SPDX-License-Identifier: MIT
// Reshape: the same elements under another shape.
#ifndef NAIVE_RESHAPE
#define NAIVE_RESHAPE

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int... Extents>
Batch forward(Of<Reshape<Extents...>>, Batch x, Run&) {
    const int given[] = {Extents...};
    std::size_t known = 1;
    for (const int extent : given)
        if (extent > 0) known *= static_cast<std::size_t>(extent);
    Shape shape;
    for (const int extent : given)
        shape.extents[shape.count++] =
            extent > 0 ? static_cast<std::size_t>(extent) : x.shape.size() / known;
    x.shape = shape;
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../keras/layers/reshape.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("Reshape") {
    check::network<Reshape<4, 6>, Input<3, 4, 2>>();
    check::network<
        Sequential<Dense<24>, Reshape<3, 4, 2>, Conv2D<3, 3, 3, Same>, Reshape<-1>, Dense<2>>,
        Input<5>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same, ReLU>, Reshape<4, -1>, Dense<5>>,
                   Input<4, 6, 2>>();
    // Of an image that lies in a border, to an image that lies in one.
    check::network<
        Sequential<Conv2D<3, 1>,
                   Add<Conv2D<2, 3, 3, Same>,
                       Sequential<Reshape<3, 4, 3>, Conv2D<2, 3, 3, Same>, Reshape<4, 3, 2>>>>,
        Input<4, 3, 2>>();
}

TEST_CASE("Reshape, Keras's numbers") { keras::layers::reshape(); }

#endif
