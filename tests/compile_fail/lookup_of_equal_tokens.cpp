// SPDX-License-Identifier: MIT
// A token that has two places.
// FIRST: layer 1, IntegerLookup<12, 36, 12>
// EXPECT: needs different tokens
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<IntegerLookup<12, 36, 12>>;
#else
using Net = Sequential<IntegerLookup<12, 36>>;
#endif

static_assert(Network<Net, Input<5>>::output_shape.size() > 0);
