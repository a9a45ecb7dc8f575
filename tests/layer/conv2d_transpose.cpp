// SPDX-License-Identifier: MIT
// Conv2DTranspose: a transposed convolution over an image.
#ifndef NAIVE_CONV2D_TRANSPOSE
#define NAIVE_CONV2D_TRANSPOSE

#include "transposing.hpp"

namespace naive {

template <int Filters, int Height, int Width, class... Given>
Batch forward(Of<Conv2DTranspose<Filters, Height, Width, Given...>>, const Batch& x, Run& run) {
    return transpose_convolve<Given...>(x, run, Filters, {Height, Width});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/conv2d_transpose.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"

using namespace inlay;

TEST_CASE("Conv2DTranspose") {
    // more places than one chain has; a stride beyond a kernel
    check::both<Conv2DTranspose<17, 3, 2, Same, Strides<2, 3>, Tanh>, Input<9, 8, 3>>();
    check::layer<Conv2DTranspose<3, 2, 4, Dilation<2, 1>, NoBias>, Input<4, 5, 9>>();
    check::network<
        Sequential<Conv2D<3, 1>,
                   Add<Conv2DTranspose<3, 4, 5, Same, Strides<3, 2>, OutputPadding<2, 1>>,
                       Conv2DTranspose<3, 2, 1, Strides<3, 2>, OutputPadding<0, 1>>>,
                   Tanh, Conv2D<2, 3, 3, Same>>,
        Input<3, 4, 2>>();
}

TEST_CASE("Conv2DTranspose, Keras's numbers") { keras::layers::conv2d_transpose(); }

#endif
