// SPDX-License-Identifier: MIT
// Shared weights on inputs of another number of features.
// FIRST: layer 2, Dense<5>, shares the
// EXPECT: weights of turn, whose kernel is 4x5, but needs 5x5 here
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Shared<"turn", Dense<5>>, Shared<"turn", Dense<5>>>;
#else
using Net = Sequential<Shared<"turn", Dense<4>>, Shared<"turn", Dense<4>>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
