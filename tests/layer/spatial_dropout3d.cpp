// SPDX-License-Identifier: MIT
// SpatialDropout3D: a share of the channels of a volume goes in training.
#ifndef NAIVE_SPATIAL_DROPOUT3D
#define NAIVE_SPATIAL_DROPOUT3D

#include "naive.hpp"

namespace naive {

template <Number Rate>
Batch forward(Of<SpatialDropout3D<Rate>>, const Batch& x, Run& run) {
    run.random = run.training;  // its numbers are tested on their own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/spatial_dropout3d.hpp"
#include "noise.hpp"

#include <doctest/doctest.h>

#include <cstdint>

using namespace inlay;

TEST_CASE("SpatialDropout3D drops whole channels") {
    noise::check_changes<SpatialDropout3D<0.25>, Input<2, 3, 2, 5>>(
        noise::Whose::channel,
        [](double x, std::uint32_t word) { return noise::share(word) < 0.25 ? 0 : x / 0.75; });
}

TEST_CASE("SpatialDropout3D, Keras's numbers") { keras::layers::spatial_dropout3d(); }

#endif
