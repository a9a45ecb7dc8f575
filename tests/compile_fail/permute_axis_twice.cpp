// SPDX-License-Identifier: MIT
// Axes that are no order of all of them.
// FIRST: layer 1, Permute<1, 3>,
// EXPECT: needs each of its 2 axes once, counted from 1
// EXPECT: such as Permute<2, 1>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Permute<1, 3>>;
#else
using Net = Sequential<Permute<2, 1>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
