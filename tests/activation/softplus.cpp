// SPDX-License-Identifier: MIT
// Softplus and LogSigmoid: y = ln(1 + e^x) and -ln(1 + e^-x).
#ifndef NAIVE_SOFTPLUS
#define NAIVE_SOFTPLUS

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

inline double softplus(double x) { return std::fmax(x, 0) + std::log1p(std::exp(-std::fabs(x))); }

inline Batch forward(Of<Softplus>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, softplus);
}

inline Batch forward(Of<LogSigmoid>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return -softplus(-v); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/softplus.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "extremes.hpp"

using namespace inlay;

TEST_CASE("Softplus and LogSigmoid") {
    check::both<Softplus, Input<3, 5, 3>>();
    check::layer<LogSigmoid, Input<19>>();
    check::network<Sequential<Dense<5, Softplus>, Dense<4, LogSigmoid>>, Input<5>>();
}

TEST_CASE("Softplus and LogSigmoid at numbers of all sizes") {
    extremes::compare<Softplus>(naive::softplus, [](double x) { return 1 / (1 + std::exp(-x)); });
    extremes::compare<LogSigmoid>([](double x) { return -naive::softplus(-x); },
                                  [](double x) { return 1 / (1 + std::exp(x)); });
}

TEST_CASE("Softplus and LogSigmoid, Keras's numbers") { keras::layers::softplus(); }

#endif
