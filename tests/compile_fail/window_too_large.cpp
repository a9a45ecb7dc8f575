// SPDX-License-Identifier: MIT
// A window larger than its input.
// FIRST: layer 2, Conv2D<8, 7, 7>,
// EXPECT: receives 6x6x1 but needs at
// EXPECT: least 7x7 cells
// EXPECT: use a smaller
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<MaxPool<2>, Conv2D<8, 7, 7>>;
#else
using Net = Sequential<MaxPool<2>, Conv2D<8, 3, 3>>;
#endif

static_assert(Network<Net, Input<12, 12, 1>>::output_shape.size() > 0);
