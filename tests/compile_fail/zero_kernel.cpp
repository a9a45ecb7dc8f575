// SPDX-License-Identifier: MIT
// A kernel of no cells.
// FIRST: layer 1, Conv2D<8, 0, 3>,
// EXPECT: each number needs to be one
// EXPECT: Conv2D<32, 3, 3>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv2D<8, 0, 3>>;
#else
using Net = Sequential<Conv2D<8, 1, 3>>;
#endif

static_assert(Network<Net, Input<9, 9, 2>>::output_shape.size() > 0);
