// SPDX-License-Identifier: MIT
// Branches are not joined along the batch.
// FIRST: layer 3, Concat<
// EXPECT: joins along axis 0 branches whose axes are 1 to 2
// EXPECT: count as Keras does
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Concat<Dense<3>, Identity, Axis<0>>>;
#else
using Net = Sequential<Concat<Dense<3>, Identity, Axis<1>>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
