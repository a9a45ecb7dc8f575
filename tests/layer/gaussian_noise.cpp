// SPDX-License-Identifier: MIT
// GaussianNoise: normal numbers are added in training.
#ifndef NAIVE_GAUSSIAN_NOISE
#define NAIVE_GAUSSIAN_NOISE

#include "naive.hpp"

namespace naive {

template <Number Deviation>
Batch forward(Of<GaussianNoise<Deviation>>, const Batch& x, Run& run) {
    run.random = run.training;  // its numbers are tested on their own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/gaussian_noise.hpp"
#include "alpha_dropout.cpp"
#include "check.hpp"
#include "gaussian_dropout.cpp"
#include "noise.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace inlay;

TEST_CASE("GaussianNoise adds normal numbers") {
    noise::check_changes<GaussianNoise<0.5>, Input<13, 9>>(
        noise::Whose::element,
        [](double x, std::uint32_t word) { return x + 0.5 * noise::normal(word); });
}

TEST_CASE("the gradients of noise that is added, multiplied, and both") {
    check::both<Sequential<GaussianNoise<0.1>, GaussianDropout<0.25>, AlphaDropout<0.2>>,
                Input<3, 5, 7>>();
}

TEST_CASE("GaussianNoise, Keras's numbers") { keras::layers::gaussian_noise(); }

#endif
