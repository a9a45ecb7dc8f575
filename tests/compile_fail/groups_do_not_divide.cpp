// SPDX-License-Identifier: MIT
// Groups that cannot share the channels.
// FIRST: layer 1, Conv2D<4, 3, 3,
// EXPECT: Groups<2>
// EXPECT: groups
// EXPECT: divides both
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv2D<4, 3, 3, Groups<2>>>;
#else
using Net = Sequential<Conv2D<4, 3, 3, Groups<1>>>;
#endif

static_assert(Network<Net, Input<9, 9, 3>>::output_shape.size() > 0);
