// SPDX-License-Identifier: MIT
// HardShrink, SoftShrink and TanhShrink: little is left of small numbers.
#ifndef NAIVE_SHRINK
#define NAIVE_SHRINK

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

template <Number threshold>
Batch forward(Of<HardShrink<threshold>>, const Batch& x, Run& run) {
    return each(x, [&](double v) {
        run.keep_off(std::fabs(v) - threshold.value);
        return std::fabs(v) > threshold.value ? v : 0;
    });
}

template <Number threshold>
Batch forward(Of<SoftShrink<threshold>>, const Batch& x, Run& run) {
    return each(x, [&](double v) {
        run.keep_off(std::fabs(v) - threshold.value);
        return std::copysign(std::fmax(std::fabs(v) - threshold.value, 0), v);
    });
}

inline Batch forward(Of<TanhShrink>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v - std::tanh(v); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/shrink.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("HardShrink, SoftShrink and TanhShrink") {
    check::both<HardShrink<0.25>, Input<19>>();
    check::layer<SoftShrink<0.25>, Input<3, 5, 3>>();
    check::layer<TanhShrink, Input<19>>();
    check::network<Sequential<Dense<9, HardShrink<>>, Dense<8, SoftShrink<>>, Dense<3, TanhShrink>>,
                   Input<5>>();
}

TEST_CASE("HardShrink, SoftShrink and TanhShrink, Keras's numbers") { keras::layers::shrink(); }

#endif
