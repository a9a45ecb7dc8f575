// SPDX-License-Identifier: MIT
// A depthwise convolution without kernels.
// FIRST: layer 1, DepthwiseConv2D<3, 3,
// EXPECT: has 0 kernels of 3x3
// EXPECT: each number needs to be one
// EXPECT: DepthwiseConv2D<3, 3>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<DepthwiseConv2D<3, 3, DepthMultiplier<0>>>;
#else
using Net = Sequential<DepthwiseConv2D<3, 3, DepthMultiplier<1>>>;
#endif

static_assert(Network<Net, Input<9, 9, 3>>::output_shape.size() > 0);
