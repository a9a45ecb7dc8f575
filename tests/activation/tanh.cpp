// SPDX-License-Identifier: MIT
// Tanh: y = tanh x.
#ifndef NAIVE_TANH
#define NAIVE_TANH

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

inline Batch forward(Of<Tanh>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return std::tanh(v); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/tanh.hpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("Tanh as a layer") { check::both<Tanh, Input<3, 4, 5>>(); }

TEST_CASE("Tanh as an option") {
    check::network<Dense<6, Tanh, NoBias>, Input<11>>();
    check::network<Conv2D<4, 2, 3, Tanh, Strides<2>>, Input<5, 6, 3>>();
}

TEST_CASE("Tanh, Keras's numbers") { keras::layers::tanh(); }

#endif
