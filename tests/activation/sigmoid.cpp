// SPDX-License-Identifier: MIT
// Sigmoid: y = 1 / (1 + exp(-x)).
#ifndef NAIVE_SIGMOID
#define NAIVE_SIGMOID

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

inline Batch forward(Of<Sigmoid>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return 1 / (1 + std::exp(-v)); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/sigmoid.hpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("Sigmoid as a layer") { check::both<Sigmoid, Input<5, 4>>(); }

TEST_CASE("Sigmoid as an option") {
    check::network<Dense<10, Sigmoid>, Input<3>>();
    check::network<Conv2D<3, 3, 3, Sigmoid, Same>, Input<5, 4, 2>>();
}

TEST_CASE("Sigmoid, Keras's numbers") { keras::layers::sigmoid(); }

#endif
