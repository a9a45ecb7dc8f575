// SPDX-License-Identifier: MIT
// Mish: y = x tanh(ln(1 + e^x)).
#ifndef NAIVE_MISH
#define NAIVE_MISH

#include "../layer/naive.hpp"

#include <algorithm>
#include <cmath>

namespace naive {

inline Batch forward(Of<Mish>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v * std::tanh(std::log1p(std::exp(v))); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/mish.hpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "extremes.hpp"

using namespace inlay;

TEST_CASE("Mish") {
    check::both<Mish, Input<3, 5, 3>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same, Mish>, Conv2D<2, 1, 1, Mish>>,
                   Input<4, 5, 2>>();
    extremes::compare<Mish>([](double x) { return x * std::tanh(std::log1p(std::exp(x))); },
                            [](double x) {
                                const double t = std::tanh(std::log1p(std::exp(x)));
                                const double rest = std::pow(
                                    std::cosh(std::log1p(std::exp((std::min)(x, 300.0)))), -2);
                                return t + x * rest / (1 + std::exp(-x));
                            });
}

TEST_CASE("Mish, Keras's numbers") { keras::layers::mish(); }

#endif
