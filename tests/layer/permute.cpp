// SPDX-License-Identifier: MIT
// Permute: the axes of an example in another order.
#ifndef NAIVE_PERMUTE
#define NAIVE_PERMUTE

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int... Axes>
Batch forward(Of<Permute<Axes...>>, const Batch& x, Run&) {
    const int axes[] = {Axes...}, rank = sizeof...(Axes);
    Shape shape = x.shape;
    for (int k = 0; k < rank; ++k) shape.extents[k] = x.shape[axes[k] - 1];
    Batch y(shape, x.count);
    for (std::size_t k = 0; k < y.values.size(); ++k) {
        std::size_t place[Shape::max_rank]{}, left = k, from = 0;
        for (int d = rank; d-- > 0; left /= shape[d]) place[axes[d] - 1] = left % shape[d];
        for (int d = 0; d < rank; ++d) from = from * x.shape[d] + place[d];
        y.values[k] = x.values[left * shape.size() + from];
    }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/permute.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "repeat_vector.cpp"

using namespace inlay;

TEST_CASE("Permute") {
    check::both<Permute<2, 1>, Input<19, 21>>();
    check::layer<Permute<3, 4, 1, 2>, Input<2, 3, 5, 4>>();
}

TEST_CASE("Permute between maps with borders, in rows too") {
    check::network<Sequential<Conv2D<3, 1>, Add<Conv2D<3, 3, 3, Same>, Permute<2, 1, 3>>,
                              Permute<2, 3, 1>, Conv2D<2, 3, 3, Same>>,
                   Input<4, 4, 2>>();
    check::network<Sequential<RepeatVector<3>, Permute<2, 1>, Permute<1, 2>>, Input<5>>();
}

TEST_CASE("Permute, Keras's numbers") { keras::layers::permute(); }

#endif
