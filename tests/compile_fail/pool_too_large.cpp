// SPDX-License-Identifier: MIT
// A pooling window larger than its input.
// FIRST: layer 2, MaxPool<5
// EXPECT: receives 4x4x3 but needs
// EXPECT: 5x5 cells
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<MaxPool<2>, MaxPool<5>>;
#else
using Net = Sequential<MaxPool<2>, MaxPool<4>>;
#endif

static_assert(Network<Net, Input<8, 8, 3>>::output_shape.size() > 0);
