// SPDX-License-Identifier: MIT
// An argument of an activation that it cannot have, where it is an option.
// FIRST: layer 2, CELU<0>, receives 8
// EXPECT: a factor above 0
// EXPECT: CELU<1.5>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, Dense<8, CELU<0>>>;
#else
using Net = Sequential<Flatten, Dense<8, CELU<1>>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
