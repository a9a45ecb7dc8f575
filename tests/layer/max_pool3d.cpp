// SPDX-License-Identifier: MIT
// MaxPool3D: the largest number of each window of a volume, channel by channel.
#ifndef NAIVE_MAX_POOL3D
#define NAIVE_MAX_POOL3D

#include "max_pool.cpp"
#include "volumes.hpp"

namespace naive {

template <int Depth, int Height, int Width, class... Given>
Batch forward(Of<MaxPool3D<Depth, Height, Width, Given...>>, const Batch& x, Run& run) {
    using Images = MaxPool<Height, Width, Given...>;
    return along_depth<MaxPool<Depth, 1, Given...>>(on_images<Images>(x, run), run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/max_pool3d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("MaxPool3D") {
    check::both<MaxPool3D<2>, Input<4, 5, 4, 3>>();
    check::layer<MaxPool3D<3, 2, 2, Strides<2>, Same>, Input<4, 3, 5, 2>>();
    static_assert(std::is_same_v<MaxPooling3D<3, 2>, MaxPool3D<3, 3, 3, Strides<2>>>);
}

TEST_CASE("MaxPool3D, Keras's numbers") { keras::layers::max_pool3d(); }

#endif
