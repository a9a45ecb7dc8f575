// SPDX-License-Identifier: MIT
// ZeroPadding3D: a volume inside cells of zeros.
#ifndef NAIVE_ZERO_PADDING3D
#define NAIVE_ZERO_PADDING3D

#include "volumes.hpp"
#include "zero_padding2d.cpp"

namespace naive {

template <int Front, int Back, int... Image>
Batch forward(Of<ZeroPadding3D<Front, Back, Image...>>, const Batch& x, Run& run) {
    return along_depth<ZeroPadding2D<Front, Back, 0, 0>>(on_images<ZeroPadding2D<Image...>>(x, run),
                                                         run);
}

template <int Depth, int Height, int Width>
Batch forward(Of<ZeroPadding3D<Depth, Height, Width>>, const Batch& x, Run& run) {
    return forward(Of<ZeroPadding3D<Depth, Depth, Height, Height, Width, Width>>{}, x, run);
}

template <int All>
Batch forward(Of<ZeroPadding3D<All>>, const Batch& x, Run& run) {
    return forward(Of<ZeroPadding3D<All, All, All>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/zero_padding3d.hpp"
#include "check.hpp"
#include "conv3d.cpp"

using namespace inlay;

TEST_CASE("ZeroPadding3D, where it copies and as a view") {
    check::network<ZeroPadding3D<1>, Input<2, 1, 3, 2>>();
    check::network<
        Sequential<Conv3D<3, 1, 1, 1>, ZeroPadding3D<1, 0, 2, 1, 0, 1>, Conv3D<2, 2, 2, 2>>,
        Input<2, 1, 3, 2>>();
}

TEST_CASE("ZeroPadding3D, Keras's numbers") { keras::layers::zero_padding3d(); }

#endif
