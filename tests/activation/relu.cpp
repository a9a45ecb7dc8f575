// SPDX-License-Identifier: MIT
// ReLU: y = max(x, 0).
#ifndef NAIVE_RELU
#define NAIVE_RELU

#include "../layer/naive.hpp"

namespace naive {

inline Batch forward(Of<ReLU>, const Batch& x, Run& run) {
    return each(x, [&](double v) { return run.keep_off(v), v > 0 ? v : 0; });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/relu.hpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("ReLU as a layer") {
    check::both<ReLU, Input<19>>();
    check::layer<ReLU, Input<3, 5, 3>>();
}

TEST_CASE("ReLU as an option") {
    check::network<Dense<9, ReLU>, Input<13>>();
    check::network<Dense<3, ReLU>, Input<3, 5, 2>>();
    check::network<Conv2D<9, 2, 2, ReLU>, Input<4, 5, 3>>();
}

TEST_CASE("ReLU, Keras's numbers") { keras::layers::relu(); }

#endif
