// SPDX-License-Identifier: MIT
// Conv1DTranspose: a transposed convolution over the steps of a sequence.
#ifndef NAIVE_CONV1D_TRANSPOSE
#define NAIVE_CONV1D_TRANSPOSE

#include "transposing.hpp"

namespace naive {

template <int Filters, int Size, class... Given>
Batch forward(Of<Conv1DTranspose<Filters, Size, Given...>>, const Batch& x, Run& run) {
    return transpose_convolve<Given...>(x, run, Filters, {Size});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/conv1d_transpose.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("Conv1DTranspose") {
    check::both<Conv1DTranspose<2, 5, Same, Dilation<2>>, Input<7, 3>>();
}

TEST_CASE("Conv1DTranspose, Keras's numbers") { keras::layers::conv1d_transpose(); }

#endif
