// SPDX-License-Identifier: MIT
// GaussianDropout: elements are multiplied by normal numbers around 1 in training.
#ifndef NAIVE_GAUSSIAN_DROPOUT
#define NAIVE_GAUSSIAN_DROPOUT

#include "naive.hpp"

namespace naive {

template <Number Rate>
Batch forward(Of<GaussianDropout<Rate>>, const Batch& x, Run& run) {
    run.random = run.training;  // its numbers are tested on their own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/gaussian_dropout.hpp"
#include "noise.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

using namespace inlay;

TEST_CASE("GaussianDropout multiplies by normal numbers of the variance of a dropout") {
    noise::check_changes<GaussianDropout<0.2>, Input<13, 9>>(
        noise::Whose::element, [](double x, std::uint32_t word) {
            return x * (1 + std::sqrt(0.2 / 0.8) * noise::normal(word));
        });
}

TEST_CASE("GaussianDropout, Keras's numbers") { keras::layers::gaussian_dropout(); }

#endif
