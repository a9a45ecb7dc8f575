// SPDX-License-Identifier: MIT
// Activation<F>: an activation as a layer or an option, under Keras's other name.
#ifndef NAIVE_ACTIVATION
#define NAIVE_ACTIVATION

#include "naive.hpp"

namespace naive {

template <class Function>
Batch forward(Of<Activation<Function>>, const Batch& x, Run& run) {
    return forward(Of<Function>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/softmax.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/activation.hpp"
#include "check.hpp"
#include "conv2d.cpp"

using namespace inlay;

TEST_CASE("Activation") {
    check::both<Activation<Tanh>, Input<6>>();
    check::network<Conv2D<3, 2, 2, Activation<ReLU>>, Input<4, 3, 2>>();
}

TEST_CASE("Activation, Keras's numbers") { keras::layers::activation(); }

#endif
