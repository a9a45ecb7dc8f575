// SPDX-License-Identifier: MIT
// Pooling has no weights.
// FIRST: layer 1, MaxPool<2, 2, NoBias>,
// EXPECT: given
// EXPECT: the option NoBias
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<MaxPool<2, 2, NoBias>>;
#else
using Net = Sequential<MaxPool<2, 2, Strides<1>>>;
#endif

static_assert(Network<Net, Input<9, 9, 2>>::output_shape.size() > 0);
