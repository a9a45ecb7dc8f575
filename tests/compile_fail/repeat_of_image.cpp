// SPDX-License-Identifier: MIT
// What is repeated is a vector.
// FIRST: layer 1, RepeatVector<4>,
// EXPECT: receives 4x3 but needs a vector
// EXPECT: put Flatten or a global pooling before it
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<RepeatVector<4>>;
#else
using Net = Sequential<Flatten, RepeatVector<4>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
