// SPDX-License-Identifier: MIT
// LeakyReLU: y = x > 0 ? x : slope x.
#ifndef NAIVE_LEAKY_RELU
#define NAIVE_LEAKY_RELU

#include "../layer/naive.hpp"

namespace naive {

template <Number slope>
Batch forward(Of<LeakyReLU<slope>>, const Batch& x, Run& run) {
    return each(x, [&](double v) { return run.keep_off(v), v > 0 ? v : slope.value * v; });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/leaky_relu.hpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("LeakyReLU") {
    check::both<LeakyReLU<0.2>, Input<3, 5, 3>>();
    check::network<Sequential<Dense<9, LeakyReLU<0.3f>>, Dense<2, LeakyReLU<0>>>, Input<5>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same, LeakyReLU<0.1>>, Conv2D<2, 1>>,
                   Input<4, 5, 2>>();
}

TEST_CASE("LeakyReLU, Keras's numbers") { keras::layers::leaky_relu(); }

#endif
