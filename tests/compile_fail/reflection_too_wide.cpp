// SPDX-License-Identifier: MIT
// A border reflects cells that are there, the edge not counted.
// FIRST: layer 1, ReflectPadding2D<1,
// EXPECT: receives 4x3x2 but needs more than 3 cells along axis 2 to reflect as many
// EXPECT: pad less
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<ReflectPadding2D<1, 1, 2, 3>>;
#else
using Net = Sequential<ReflectPadding2D<1, 1, 2, 2>>;
#endif

static_assert(Network<Net, Input<4, 3, 2>>::output_shape.size() > 0);
