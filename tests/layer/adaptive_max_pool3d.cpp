// SPDX-License-Identifier: MIT
// AdaptiveMaxPool3D: the largest number of each place of a volume, channel by channel.
#ifndef NAIVE_ADAPTIVE_MAX_POOL3D
#define NAIVE_ADAPTIVE_MAX_POOL3D

#include "adaptive_max_pool2d.cpp"
#include "volumes.hpp"

namespace naive {

template <int Depth, int Height, int Width>
Batch forward(Of<AdaptiveMaxPool3D<Depth, Height, Width>>, const Batch& x, Run& run) {
    using Images = AdaptiveMaxPool2D<Height, Width>;
    return along_depth<AdaptiveMaxPool2D<Depth, 1>>(on_images<Images>(x, run), run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/adaptive_max_pool3d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AdaptiveMaxPool3D") { check::layer<AdaptiveMaxPool3D<2, 3, 2>, Input<3, 4, 5, 2>>(); }

TEST_CASE("AdaptiveMaxPool3D, Keras's numbers") { keras::layers::adaptive_max_pool3d(); }

#endif
