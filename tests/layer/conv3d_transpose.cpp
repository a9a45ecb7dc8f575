// SPDX-License-Identifier: MIT
// Conv3DTranspose: a transposed convolution over a volume.
#ifndef NAIVE_CONV3D_TRANSPOSE
#define NAIVE_CONV3D_TRANSPOSE

#include "transposing.hpp"

namespace naive {

template <int Filters, int Depth, int Height, int Width, class... Given>
Batch forward(Of<Conv3DTranspose<Filters, Depth, Height, Width, Given...>>, const Batch& x,
              Run& run) {
    return transpose_convolve<Given...>(x, run, Filters, {Depth, Height, Width});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/tanh.cpp"
#include "../keras/layers/conv3d_transpose.hpp"
#include "add.cpp"
#include "check.hpp"
#include "identity.cpp"

using namespace inlay;

TEST_CASE("Conv3DTranspose") {
    // more places than one chain has, and what is added at the places of a volume
    check::network<Sequential<Conv3DTranspose<2, 3, 2, 3, Same, Strides<2, 1, 3>>,
                              Add<Conv3DTranspose<2, 2, 3, 1, Same>, Identity>, Tanh>,
                   Input<3, 4, 2, 3>>();
}

TEST_CASE("Conv3DTranspose, Keras's numbers") { keras::layers::conv3d_transpose(); }

#endif
