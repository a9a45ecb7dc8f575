// SPDX-License-Identifier: MIT
// An option that the layer does not take.
// FIRST: layer 2, Dense<10, Same>,
// EXPECT: given the option Same
// EXPECT: does not take
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, Dense<10, Same>>;
#else
using Net = Sequential<Flatten, Dense<10, NoBias>>;
#endif

static_assert(Network<Net, Input<9, 9, 2>>::output_shape.size() > 0);
