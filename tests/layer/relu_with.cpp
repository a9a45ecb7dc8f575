// SPDX-License-Identifier: MIT
// ReLUWith: y = x > threshold ? min(x, max value) : slope (x - threshold).
#ifndef NAIVE_RELU_WITH
#define NAIVE_RELU_WITH

#include "naive.hpp"

#include <algorithm>

namespace naive {

/// Its arguments: max value, slope, threshold.
struct Bend {
    double most = 1e300, slope = 0, begin = 0;
};

template <Number value>
void bend(Of<MaxValue<value>>, Bend& to) {
    to.most = value.value;
}

template <Number value>
void bend(Of<NegativeSlope<value>>, Bend& to) {
    to.slope = value.value;
}

template <Number value>
void bend(Of<Threshold<value>>, Bend& to) {
    to.begin = value.value;
}

template <class... Given>
Batch forward(Of<ReLUWith<Given...>>, const Batch& x, Run& run) {
    Bend at;
    (bend(Of<Given>{}, at), ...);
    return each(x, [&](double v) {
        run.keep_off(v - at.begin), run.keep_off(v - at.most);
        return v > at.begin ? std::min(v, at.most) : at.slope * (v - at.begin);
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/relu_with.hpp"
#include "check.hpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("ReLUWith") {
    check::both<ReLUWith<MaxValue<0.5>, NegativeSlope<0.1>, Threshold<0.25>>, Input<19>>();
    check::layer<ReLUWith<Threshold<0.25>, NegativeSlope<0.5>>, Input<3, 5, 3>>();
    check::network<
        Sequential<Dense<7, ReLUWith<MaxValue<0.5>>>, Dense<6, ReLUWith<NegativeSlope<0.1>>>,
                   Dense<5, ReLUWith<Threshold<0.1>>>, Dense<2, ReLUWith<>>>,
        Input<5>>();
}

TEST_CASE("ReLUWith, Keras's numbers") { keras::layers::relu_with(); }

#endif
