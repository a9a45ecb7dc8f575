// SPDX-License-Identifier: MIT
// Cropping3D: a volume without some cells at its edges.
#ifndef NAIVE_CROPPING3D
#define NAIVE_CROPPING3D

#include "cropping2d.cpp"
#include "volumes.hpp"

namespace naive {

template <int Front, int Back, int... Image>
Batch forward(Of<Cropping3D<Front, Back, Image...>>, const Batch& x, Run& run) {
    return along_depth<Cropping2D<Front, Back, 0, 0>>(on_images<Cropping2D<Image...>>(x, run), run);
}

template <int Depth, int Height, int Width>
Batch forward(Of<Cropping3D<Depth, Height, Width>>, const Batch& x, Run& run) {
    return forward(Of<Cropping3D<Depth, Depth, Height, Height, Width, Width>>{}, x, run);
}

template <int All>
Batch forward(Of<Cropping3D<All>>, const Batch& x, Run& run) {
    return forward(Of<Cropping3D<All, All, All>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/cropping3d.hpp"
#include "check.hpp"
#include "conv3d.cpp"

using namespace inlay;

TEST_CASE("Cropping3D, where it copies and as a view") {
    check::network<Cropping3D<1>, Input<4, 3, 4, 2>>();
    check::network<Sequential<Conv3D<3, 1, 1, 1>, Cropping3D<1, 0, 2, 1, 0, 1>, Conv3D<2, 2, 2, 2>>,
                   Input<4, 5, 4, 2>>();
}

TEST_CASE("Cropping3D, Keras's numbers") { keras::layers::cropping3d(); }

#endif
