// SPDX-License-Identifier: MIT
// GlobalMaxPool3D: the largest number of each channel.
#ifndef NAIVE_GLOBAL_MAX_POOL3D
#define NAIVE_GLOBAL_MAX_POOL3D

#include "global_max_pool.cpp"

namespace naive {

/// A volume is an image of all its rows.
template <class... Given>
Batch forward(Of<GlobalMaxPool3DWith<Given...>>, Batch x, Run& run) {
    x.shape = {x.shape[0] * x.shape[1], x.shape[2], x.shape[3]};
    Batch y = forward(Of<GlobalMaxPool>{}, x, run);
    if (given<KeepDims, Given...>) y.shape = Shape{1, 1, 1, y.channels()};
    return y;
}

inline Batch forward(Of<GlobalMaxPool3D>, const Batch& x, Run& run) {
    return forward(Of<GlobalMaxPool3DWith<>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/global_max_pool3d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("GlobalMaxPool3D") {
    check::both<GlobalMaxPool3D, Input<2, 3, 3, 3>>();
    check::layer<GlobalMaxPool3DWith<KeepDims>, Input<3, 1, 2, 17>>();
}

TEST_CASE("GlobalMaxPool3D, Keras's numbers") { keras::layers::global_max_pool3d(); }

#endif
