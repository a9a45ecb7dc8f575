// SPDX-License-Identifier: MIT
// Softsign: y = x / (1 + |x|).
#ifndef NAIVE_SOFTSIGN
#define NAIVE_SOFTSIGN

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

inline Batch forward(Of<Softsign>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v / (1 + std::fabs(v)); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/softsign.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "extremes.hpp"

using namespace inlay;

TEST_CASE("Softsign") {
    check::both<Softsign, Input<19>>();
    check::network<Sequential<Dense<5, Softsign>, Dense<4, Softsign>>, Input<5>>();
    extremes::compare<Softsign>([](double x) { return x / (1 + std::fabs(x)); },
                                [](double x) { return std::pow(1 + std::fabs(x), -2); });
}

TEST_CASE("Softsign, Keras's numbers") { keras::layers::softsign(); }

#endif
