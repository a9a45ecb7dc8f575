// SPDX-License-Identifier: MIT
// ReflectPadding2D: an image in a border that reflects it.
#ifndef NAIVE_REFLECT_PADDING2D
#define NAIVE_REFLECT_PADDING2D

#include "edges.hpp"

#include <cstddef>

namespace naive {

/// The cell of so many that is seen at place p, of which some lie before them.
inline std::size_t mirrored(std::size_t p, std::size_t before, std::size_t cells) {
    if (p < before) return before - p;
    return p - before < cells ? p - before : 2 * cells - 2 - (p - before);
}

template <int... Given>
Batch forward(Of<ReflectPadding2D<Given...>>, const Batch& x, Run&) {
    const Edges e(Given...);
    Batch y({x.shape[0] + e.top + e.bottom, x.shape[1] + e.left + e.right, x.shape[2]}, x.count);
    for_each_number(y, [&](std::size_t n, std::size_t h, std::size_t w, std::size_t c) {
        y.at(n, h, w, c) =
            x.at(n, mirrored(h, e.top, x.shape[0]), mirrored(w, e.left, x.shape[1]), c);
    });
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/reflect_padding2d.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "max_pool.cpp"

using namespace inlay;

TEST_CASE("ReflectPadding2D") {
    check::both<ReflectPadding2D<0, 2, 3, 1>, Input<3, 4, 17>>();
    // Of a map with two readers, and into a border.
    check::network<
        Sequential<Conv2D<3, 1>, Add<Sequential<ReflectPadding2D<1>, Conv2D<2, 3, 3>>,
                                     Sequential<ReflectPadding2D<1, 2>, Conv2D<2, 3, 3, Same>,
                                                MaxPool<3, 5, Strides<1>>>>>,
        Input<4, 5, 2>>();
}

TEST_CASE("ReflectPadding2D, Keras's numbers") { keras::layers::reflect_padding2d(); }

#endif
