// SPDX-License-Identifier: MIT
// UpSampling3D: each cell of a volume several times.
#ifndef NAIVE_UP_SAMPLING3D
#define NAIVE_UP_SAMPLING3D

#include "up_sampling2d.cpp"
#include "volumes.hpp"

namespace naive {

template <int Planes, int Rows, int Columns>
Batch forward(Of<UpSampling3D<Planes, Rows, Columns>>, const Batch& x, Run& run) {
    return along_depth<UpSampling2D<Planes, 1>>(on_images<UpSampling2D<Rows, Columns>>(x, run),
                                                run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/up_sampling3d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("UpSampling3D") { check::layer<UpSampling3D<5, 3, 7>, Input<2, 3, 2, 3>>(); }

TEST_CASE("UpSampling3D, Keras's numbers") { keras::layers::up_sampling3d(); }

#endif
