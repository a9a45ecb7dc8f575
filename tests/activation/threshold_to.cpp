// SPDX-License-Identifier: MIT
// ThresholdTo: y = x > threshold ? x : value.
#ifndef NAIVE_THRESHOLD_TO
#define NAIVE_THRESHOLD_TO

#include "../layer/naive.hpp"

namespace naive {

template <Number threshold, Number value>
Batch forward(Of<ThresholdTo<threshold, value>>, const Batch& x, Run& run) {
    return each(x, [&](double v) {
        run.keep_off(v - threshold.value);
        return v > threshold.value ? v : value.value;
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/threshold_to.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("ThresholdTo") {
    check::both<ThresholdTo<0.25, 2>, Input<19>>();  // whose derivative is made from x
    check::network<Sequential<Dense<5, ThresholdTo<-0.25, -0.25>>, Dense<4, ThresholdTo<0, 1>>>,
                   Input<5>>();
}

TEST_CASE("ThresholdTo, Keras's numbers") { keras::layers::threshold_to(); }

#endif
