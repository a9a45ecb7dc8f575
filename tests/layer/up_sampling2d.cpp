// SPDX-License-Identifier: MIT
// UpSampling2D: each cell of an image several times.
#ifndef NAIVE_UP_SAMPLING2D
#define NAIVE_UP_SAMPLING2D

#include "interpolate.hpp"

#include <cstddef>

namespace naive {

template <int Rows, int Columns, class... Given>
Batch forward(Of<UpSampling2D<Rows, Columns, Given...>>, const Batch& x, Run&) {
    const std::size_t rows = Rows, columns = Columns;
    Batch y({x.shape[0] * rows, x.shape[1] * columns, x.shape[2]}, x.count);
    if constexpr (sizeof...(Given) > 0 && !given<Nearest, Given...>) {
        interpolate<Given...>(x, y);
        return y;
    }
    for (std::size_t n = 0; n < y.count; ++n)
        for (std::size_t h = 0; h < y.shape[0]; ++h)
            for (std::size_t w = 0; w < y.shape[1]; ++w)
                for (std::size_t c = 0; c < y.shape[2]; ++c)
                    y.at(n, h, w, c) = x.at(n, h / rows, w / columns, c);
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../keras/layers/up_sampling2d.hpp"
#include "add.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "identity.cpp"

using namespace inlay;

TEST_CASE("UpSampling2D") {
    check::both<UpSampling2D<2>, Input<3, 4, 5>>();
    check::layer<UpSampling2D<1, 3>, Input<1, 2, 19>>();
    check::network<UpSampling2D<3, 2>, Input<2, 3, 1>>();
}

TEST_CASE("UpSampling2D by weights") {
    check::both<UpSampling2D<2, 3, Bilinear>, Input<4, 3, 5>>();
    // The row of cells lies in a border, the places beside others.
    check::network<Sequential<Concat<Sequential<Conv2D<3, 1>, UpSampling2D<1, 2, Lanczos3>>,
                                     UpSampling2D<1, 2, Nearest>>,
                              Conv2D<2, 3, 3, Same>>,
                   Input<3, 4, 2>>();
}

TEST_CASE("UpSampling2D into a border and beside others") {
    check::network<Sequential<Conv2D<2, 1>, UpSampling2D<2>, Conv2D<3, 3, 3, Same>>,
                   Input<3, 2, 2>>();
    check::network<
        Sequential<Concat<UpSampling2D<2>, Sequential<Conv2D<3, 3, 3, Same>, UpSampling2D<2>>>,
                   Conv2D<2, 3, 3, Same>>,
        Input<3, 4, 2>>();
}

TEST_CASE("UpSampling2D, Keras's numbers") { keras::layers::up_sampling2d(); }

#endif
