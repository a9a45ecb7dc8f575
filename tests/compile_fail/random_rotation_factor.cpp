// SPDX-License-Identifier: MIT
// The range of a turn is one of shares of it.
// FIRST: layer 1, RandomRotation<Factor(0, 20)>,
// EXPECT: needs a share of a whole turn from -1 to 1
// EXPECT: RandomRotation<0.1>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<RandomRotation<Factor(0, 20)>>;
#else
using Net = Sequential<RandomRotation<Factor(0, 0.1)>>;
#endif

static_assert(Network<Net, Input<4, 4, 1>>::output_shape.size() > 0);
