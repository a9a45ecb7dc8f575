// SPDX-License-Identifier: MIT
// The input written as the first layer.
// FIRST: layer 1, Input<9>, stands beside the network
// EXPECT: not in it: Model<Net, Input<28, 28, 1>>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Input<9>, Dense<10>>;
#else
using Net = Sequential<Dense<10>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
