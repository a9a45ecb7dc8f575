// SPDX-License-Identifier: MIT
// Exponential: y = e^x.
#ifndef NAIVE_EXPONENTIAL
#define NAIVE_EXPONENTIAL

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

inline Batch forward(Of<Exponential>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return std::exp(v); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/exponential.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "extremes.hpp"

using namespace inlay;

TEST_CASE("Exponential") {
    check::both<Exponential, Input<19>>();
    check::network<Sequential<Dense<5, Exponential>, Dense<4>>, Input<5>>();
    const auto exp = [](double x) { return std::exp(x); };
    extremes::compare<Exponential>(exp, exp);
}

TEST_CASE("Exponential, Keras's numbers") { keras::layers::exponential(); }

#endif
