// SPDX-License-Identifier: MIT
// The branches of Concat differ in the last axis only.
// FIRST: layer 3, Concat<
// EXPECT: needs branches
// EXPECT: 7x7x8
// EXPECT: 9x9x4
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Concat<Conv2D<8, 3, 3>, Conv2D<4, 3, 3, Same>>>;
#else
using Net = Sequential<Concat<Conv2D<8, 3, 3, Same>, Conv2D<4, 3, 3, Same>>>;
#endif

static_assert(Network<Net, Input<9, 9, 2>>::output_shape.size() > 0);
