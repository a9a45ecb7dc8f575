// SPDX-License-Identifier: MIT
// GlobalAveragePool3D: the mean of each channel.
#ifndef NAIVE_GLOBAL_AVERAGE_POOL3D
#define NAIVE_GLOBAL_AVERAGE_POOL3D

#include "global_average_pool.cpp"

namespace naive {

/// A volume is an image of all its rows.
template <class... Given>
Batch forward(Of<GlobalAveragePool3DWith<Given...>>, Batch x, Run& run) {
    x.shape = {x.shape[0] * x.shape[1], x.shape[2], x.shape[3]};
    Batch y = forward(Of<GlobalAveragePool>{}, x, run);
    if (given<KeepDims, Given...>) y.shape = Shape{1, 1, 1, y.channels()};
    return y;
}

inline Batch forward(Of<GlobalAveragePool3D>, const Batch& x, Run& run) {
    return forward(Of<GlobalAveragePool3DWith<>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/global_average_pool3d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("GlobalAveragePool3D") {
    check::both<GlobalAveragePool3D, Input<2, 3, 3, 3>>();
    check::layer<GlobalAveragePool3DWith<KeepDims>, Input<3, 1, 2, 17>>();
}

TEST_CASE("GlobalAveragePool3D, Keras's numbers") { keras::layers::global_average_pool3d(); }

#endif
