// SPDX-License-Identifier: MIT
// Edges of bins rise.
// FIRST: layer 1, Discretization<0,
// EXPECT: needs edges in rising order
// EXPECT: Discretization<0, 0.5, 1
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Discretization<0, 2, 1>>;
#else
using Net = Sequential<Discretization<0, 1, 2>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
