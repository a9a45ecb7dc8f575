// SPDX-License-Identifier: MIT
// Two numbers say nothing about a volume's edges.
// FIRST: layer 1, ZeroPadding3D<1, 2>,
// EXPECT: three for depth, height and width, or six
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<ZeroPadding3D<1, 2>>;
#else
using Net = Sequential<ZeroPadding3D<1, 2, 0>>;
#endif

static_assert(Network<Net, Input<4, 4, 4, 3>>::output_shape.size() > 0);
