// SPDX-License-Identifier: MIT
// AlphaDropout: a share of the elements saturates in training, mean and variance stay.
#ifndef NAIVE_ALPHA_DROPOUT
#define NAIVE_ALPHA_DROPOUT

#include "naive.hpp"

namespace naive {

template <Number Rate>
Batch forward(Of<AlphaDropout<Rate>>, const Batch& x, Run& run) {
    run.random = run.training;  // its numbers are tested on their own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/alpha_dropout.hpp"
#include "noise.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

using namespace inlay;

TEST_CASE("AlphaDropout saturates elements and restores mean and variance") {
    noise::check_changes<AlphaDropout<0.2>, Input<13, 9>>(
        noise::Whose::element, [](double x, std::uint32_t word) {
            const double low = -1.6732632423543772 * 1.0507009873554805;
            const double a = 1 / std::sqrt(0.8 * (1 + 0.2 * low * low));
            return a * (noise::share(word) < 0.2 ? low : x) - a * low * 0.2;
        });
}

TEST_CASE("AlphaDropout, Keras's numbers") { keras::layers::alpha_dropout(); }

#endif
