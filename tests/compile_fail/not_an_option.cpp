// SPDX-License-Identifier: MIT
// A type that is no option at all.
// FIRST: layer 1, Dense<10, int>,
// EXPECT: given the option int
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<10, int>>;
#else
using Net = Sequential<Dense<10, Sigmoid>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
