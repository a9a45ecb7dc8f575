// SPDX-License-Identifier: MIT
// AveragePool3D: the mean of each window of a volume, channel by channel.
#ifndef NAIVE_AVERAGE_POOL3D
#define NAIVE_AVERAGE_POOL3D

#include "average_pool.cpp"
#include "volumes.hpp"

namespace naive {

template <int Depth, int Height, int Width, class... Given>
Batch forward(Of<AveragePool3D<Depth, Height, Width, Given...>>, const Batch& x, Run& run) {
    using Images = AveragePool<Height, Width, Given...>;
    return along_depth<AveragePool<Depth, 1, Given...>>(on_images<Images>(x, run), run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/average_pool3d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AveragePool3D") {
    check::both<AveragePool3D<2>, Input<4, 5, 4, 3>>();
    check::layer<AveragePool3D<3, 2, 2, Strides<2>, Same>, Input<4, 3, 5, 2>>();
    static_assert(std::is_same_v<AveragePooling3D<3, 2>, AveragePool3D<3, 3, 3, Strides<2>>>);
}

TEST_CASE("AveragePool3D, Keras's numbers") { keras::layers::average_pool3d(); }

#endif
