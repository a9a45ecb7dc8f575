// SPDX-License-Identifier: MIT
// SquarePlus: y = (x + sqrt(x^2 + b)) / 2.
#ifndef NAIVE_SQUARE_PLUS
#define NAIVE_SQUARE_PLUS

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

template <Number b>
Batch forward(Of<SquarePlus<b>>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return (v + std::sqrt(v * v + b.value)) / 2; });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/square_plus.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "extremes.hpp"

using namespace inlay;

TEST_CASE("SquarePlus") {
    check::both<SquarePlus<>, Input<19>>();
    check::network<Sequential<Dense<5, SquarePlus<0.5>>, Dense<4, SquarePlus<>>>, Input<5>>();
    extremes::compare<SquarePlus<>>(
        [](double x) {
            const double root = std::sqrt(x * x + 4);
            return x < 0 ? 2 / (root - x) : (x + root) / 2;
        },
        [](double x) {
            const double root = std::sqrt(x * x + 4);
            return x < 0 ? 2 / (root - x) / root : (1 + x / root) / 2;
        });
}

TEST_CASE("SquarePlus, Keras's numbers") { keras::layers::square_plus(); }

#endif
