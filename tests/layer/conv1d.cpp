// SPDX-License-Identifier: MIT
// Conv1D: a convolution over the steps of a sequence.
#ifndef NAIVE_CONV1D
#define NAIVE_CONV1D

#include "convolving.hpp"

namespace naive {

template <int Filters, int Size, class... Given>
Batch forward(Of<Conv1D<Filters, Size, Given...>>, const Batch& x, Run& run) {
    return convolve<Given...>(x, run, Filters, {Size});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/conv1d.hpp"
#include "add.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "dense.cpp"
#include "global_average_pool1d.cpp"
#include "identity.cpp"
#include "max_pool1d.cpp"

using namespace inlay;

TEST_CASE("Conv1D") {
    check::both<Conv1D<3, 3>, Input<7, 2>>();
    check::layer<Conv1D<17, 2, Same, NoBias, Tanh>, Input<6, 3>>();
    check::layer<Conv1D<4, 3, Causal>, Input<7, 2>>();
    check::layer<Conv1D<4, 3, Causal, Dilation<2>, ReLU>, Input<9, 2>>();
    check::layer<Conv1D<2, 4, Same, Strides<3>>, Input<11, 5>>();
    check::layer<Conv1D<2, 2, Causal, Strides<2>>, Input<7, 3>>();
    check::layer<Conv1D<6, 3, Dilation<3>, Groups<2>>, Input<13, 4>>();
    check::layer<Conv1D<3, 3, Causal, Dilation<2>, Groups<3>>, Input<9, 3>>();
    check::network<Sequential<Conv1D<4, 3, Causal, Tanh>, MaxPool1D<2>, Conv1D<3, 3, Same>,
                              GlobalAveragePool1D, Dense<2>>,
                   Input<11, 2>>();
    check::network<Sequential<Conv1D<4, 2>, Add<Conv1D<4, 3, Same>, Identity>,
                              Concat<Conv1D<2, 3, Causal>, Identity>, Dense<3>>,
                   Input<8, 3>>();
}

TEST_CASE("Conv1D, Keras's numbers") { keras::layers::conv1d(); }

#endif
