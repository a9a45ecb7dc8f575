// SPDX-License-Identifier: MIT
// SiLU: y = x / (1 + exp(-x)).
#ifndef NAIVE_SILU
#define NAIVE_SILU

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

inline Batch forward(Of<SiLU>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v / (1 + std::exp(-v)); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/silu.hpp"
#include "../layer/batch_norm.cpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("SiLU") {
    check::both<SiLU, Input<5, 4, 3>>();
    check::layer<Dense<5, SiLU>, Input<3>>();
    check::network<Sequential<Dense<5, SiLU>, Dense<2, SiLU>>, Input<3, 4>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same>, BatchNorm<>, SiLU, Conv2D<2, 1, 1, SiLU>>,
                   Input<4, 5, 2>>();
}

TEST_CASE("SiLU, Keras's numbers") { keras::layers::silu(); }

#endif
