// SPDX-License-Identifier: MIT
// SpatialDropout2D: a share of the channels of an image goes in training.
#ifndef NAIVE_SPATIAL_DROPOUT2D
#define NAIVE_SPATIAL_DROPOUT2D

#include "naive.hpp"

namespace naive {

template <Number Rate>
Batch forward(Of<SpatialDropout2D<Rate>>, const Batch& x, Run& run) {
    run.random = run.training;  // its numbers are tested on their own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/spatial_dropout2d.hpp"
#include "check.hpp"
#include "noise.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace inlay;

TEST_CASE("SpatialDropout2D drops whole channels") {
    noise::check_changes<SpatialDropout2D<0.25>, Input<3, 5, 67>>(
        noise::Whose::channel,
        [](double x, std::uint32_t word) { return noise::share(word) < 0.25 ? 0 : x / 0.75; });
}

TEST_CASE("SpatialDropout2D, more channels than are drawn at once") {
    check::both<SpatialDropout2D<0.5>, Input<3, 2, 67>>();
}

TEST_CASE("SpatialDropout2D, Keras's numbers") { keras::layers::spatial_dropout2d(); }

#endif
