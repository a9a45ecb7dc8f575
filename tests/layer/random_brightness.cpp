// SPDX-License-Identifier: MIT
// RandomBrightness: images become lighter or darker in training.
#ifndef NAIVE_RANDOM_BRIGHTNESS
#define NAIVE_RANDOM_BRIGHTNESS

#include "naive.hpp"

namespace naive {

template <Factor Range, class... Given>
Batch forward(Of<RandomBrightness<Range, Given...>>, const Batch& x, Run& run) {
    run.random = run.training;  // what is drawn is tested on its own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/random_brightness.hpp"
#include "check.hpp"
#include "random_images.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>

using namespace inlay;

TEST_CASE("RandomBrightness draws one number for each image, and keeps to its range") {
    using In = Input<3, 4, 5>;
    const auto x = images::ramps<In>(11);
    const auto y = images::train<RandomBrightness<Factor(-0.5, 0.25), ValueRange<10, 50>>, In>(x);
    for (std::size_t k = 0; k < x.size(); ++k) {
        const double sum = static_cast<double>(x[k]) + 40 * images::drawn(-0.5, 0.25, k / 60, 0);
        CHECK(static_cast<double>(y[k]) ==
              doctest::Approx(std::clamp(sum, 10.0, 50.0)).epsilon(1e-6));
    }
}

TEST_CASE("RandomBrightness") {
    check::both<RandomBrightness<0.25, ValueRange<-1, 0.75>>, Input<3, 4, 2>>();
}

TEST_CASE("RandomBrightness, Keras's numbers") { keras::layers::random_brightness(); }

#endif
