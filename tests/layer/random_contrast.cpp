// SPDX-License-Identifier: MIT
// RandomContrast: the numbers of an image move from their mean, or towards it, in training.
#ifndef NAIVE_RANDOM_CONTRAST
#define NAIVE_RANDOM_CONTRAST

#include "naive.hpp"

namespace naive {

template <Factor Range, class... Given>
Batch forward(Of<RandomContrast<Range, Given...>>, const Batch& x, Run& run) {
    run.random = run.training;  // what is drawn is tested on its own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/random_contrast.hpp"
#include "check.hpp"
#include "random_images.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace inlay;

namespace {

/// Checks a layer whose factor lies between two numbers, on images of 70 cells and 3 channels.
template <class Layer>
void check_factor(double low, double high) {
    using In = Input<7, 10, 3>;
    const auto x = images::ramps<In>(5);
    const auto y = images::train<Layer, In>(x);
    for (std::size_t k = 0; k < x.size(); ++k) {
        const double mean = 3 * 34.5 + static_cast<double>(k % 3);
        const double value =
            (static_cast<double>(x[k]) - mean) * images::drawn(low, high, k / In::shape.size(), 0) +
            mean;
        CHECK(static_cast<double>(y[k]) ==
              doctest::Approx(std::clamp(value, 20.0, 200.0)).epsilon(1e-6));
    }
}

}  // namespace

TEST_CASE("RandomContrast draws one factor for each image, and keeps to its range") {
    check_factor<RandomContrast<0.5, ValueRange<20, 200>>>(0.5, 1.5);
    check_factor<RandomContrast<Factor(0.2, 1), ValueRange<20, 200>>>(0.8, 2);
}

TEST_CASE("RandomContrast") {
    check::both<RandomContrast<0.5, ValueRange<-0.75, 1>>, Input<9, 8, 17>>();
}

TEST_CASE("RandomContrast, Keras's numbers") { keras::layers::random_contrast(); }

#endif
