// SPDX-License-Identifier: MIT
// A dense layer without outputs.
// FIRST: layer 1, Dense<0>,
// EXPECT: has 0 units
// EXPECT: write Dense<10>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<0>>;
#else
using Net = Sequential<Dense<1>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
