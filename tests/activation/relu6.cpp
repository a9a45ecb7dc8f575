// SPDX-License-Identifier: MIT
// ReLU6: y = min(max(x, 0), 6).
#ifndef NAIVE_RELU6
#define NAIVE_RELU6

#include "../layer/naive.hpp"

#include <algorithm>

namespace naive {

inline Batch forward(Of<ReLU6>, const Batch& x, Run& run) {
    return each(x, [&](double v) {
        run.keep_off(v), run.keep_off(v - 6);
        return std::min(std::max(v, 0.0), 6.0);
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/relu6.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "../layer/rescaling.cpp"

using namespace inlay;

TEST_CASE("ReLU6") {
    check::both<ReLU6, Input<19>>();
    check::network<Sequential<Rescaling<9>, Dense<9, ReLU6>, Dense<2, ReLU6>>, Input<5>>();
}

TEST_CASE("ReLU6, Keras's numbers") { keras::layers::relu6(); }

#endif
