// SPDX-License-Identifier: MIT
// An axis that one of two branches has not.
// FIRST: layer 3, Dot<
// EXPECT: has no such axis in branch 2, which gives 4x3
// EXPECT: count as Keras does
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dot<Identity, Identity, Axes<1, 3>>>;
#else
using Net = Sequential<Dot<Identity, Identity, Axes<1>>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
