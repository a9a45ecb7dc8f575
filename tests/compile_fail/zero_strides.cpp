// SPDX-License-Identifier: MIT
// A window that does not move.
// FIRST: layer 1, Conv2D<8, 3, 3,
// EXPECT: moved by 0x0
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv2D<8, 3, 3, Strides<0>>>;
#else
using Net = Sequential<Conv2D<8, 3, 3, Strides<1>>>;
#endif

static_assert(Network<Net, Input<9, 9, 2>>::output_shape.size() > 0);
