// SPDX-License-Identifier: MIT
// Only an even number of features has halves.
// FIRST: layer 1, GLU<>
// EXPECT: receives 4x3
// EXPECT: even number
// EXPECT: axis -1
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<GLU<>>;
#else
using Net = Sequential<GLU<Axis<1>>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
