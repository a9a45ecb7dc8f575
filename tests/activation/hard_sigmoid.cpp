// SPDX-License-Identifier: MIT
// HardSigmoid, HardSiLU and HardTanh: straight lines.
#ifndef NAIVE_HARD_SIGMOID
#define NAIVE_HARD_SIGMOID

#include "../layer/naive.hpp"

#include <algorithm>
#include <type_traits>

namespace naive {

inline double hard_sigmoid(double x, Run& run) {
    run.keep_off(x - 3), run.keep_off(x + 3);
    return std::min(std::max(x + 3, 0.0), 6.0) / 6;
}

inline Batch forward(Of<HardSigmoid>, const Batch& x, Run& run) {
    return each(x, [&](double v) { return hard_sigmoid(v, run); });
}

inline Batch forward(Of<HardSiLU>, const Batch& x, Run& run) {
    return each(x, [&](double v) { return v * hard_sigmoid(v, run); });
}

inline Batch forward(Of<HardTanh>, const Batch& x, Run& run) {
    return each(x, [&](double v) {
        run.keep_off(v - 1), run.keep_off(v + 1);
        return std::min(std::max(v, -1.0), 1.0);
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/hard_sigmoid.hpp"
#include "../keras/layers/hard_tanh.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "../layer/rescaling.cpp"

using namespace inlay;

static_assert(std::is_same_v<HardSwish, HardSiLU>);

TEST_CASE("HardSigmoid, HardSiLU and HardTanh") {
    check::both<Sequential<Rescaling<5>, HardSigmoid>, Input<19>>();
    check::layer<Sequential<Rescaling<5>, HardSiLU>, Input<3, 5, 3>>();
    check::layer<Sequential<Rescaling<3>, HardTanh>, Input<19>>();
    check::network<Sequential<Dense<5, HardTanh>, Dense<4, HardSwish>, Dense<3, HardSigmoid>>,
                   Input<5>>();
}

TEST_CASE("HardSigmoid, HardSiLU and HardTanh, Keras's numbers") {
    keras::layers::hard_sigmoid();
    keras::layers::hard_tanh();
}

#endif
