// SPDX-License-Identifier: MIT
// Two options of one kind.
// FIRST: layer 1, Dense<10, ReLU, Tanh>,
// EXPECT: two options of a
// EXPECT: ReLU and Tanh
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<10, ReLU, Tanh>>;
#else
using Net = Sequential<Dense<10, ReLU, NoBias>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
