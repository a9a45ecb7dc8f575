// SPDX-License-Identifier: MIT
// SpatialDropout1D: a share of the channels of a sequence goes in training.
#ifndef NAIVE_SPATIAL_DROPOUT1D
#define NAIVE_SPATIAL_DROPOUT1D

#include "naive.hpp"

namespace naive {

template <Number Rate>
Batch forward(Of<SpatialDropout1D<Rate>>, const Batch& x, Run& run) {
    run.random = run.training;  // its numbers are tested on their own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/spatial_dropout1d.hpp"
#include "noise.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace inlay;

TEST_CASE("SpatialDropout1D drops whole channels") {
    noise::check_changes<SpatialDropout1D<0.25>, Input<7, 3>>(
        noise::Whose::channel,
        [](double x, std::uint32_t word) { return noise::share(word) < 0.25 ? 0 : x / 0.75; });
}

TEST_CASE("SpatialDropout1D, Keras's numbers") { keras::layers::spatial_dropout1d(); }

#endif
