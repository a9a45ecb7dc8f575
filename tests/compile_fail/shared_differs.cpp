// SPDX-License-Identifier: MIT
// One name for two different shared layers.
// FIRST: the Shared layer turn differs
// EXPECT: from the one of that name before
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Shared<"turn", Dense<4>>, Shared<"turn", Dense<4, ReLU>>>;
#else
using Net = Sequential<Shared<"turn", Dense<4>>, Shared<"turn", Dense<4>>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
