// SPDX-License-Identifier: MIT
// Steps of nothing.
// FIRST: layer 1, TimeDistributed
// EXPECT: needs a sequence of steps with
// EXPECT: one to three axes each
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using In = Input<9>;
#else
using In = Input<9, 2>;
#endif

static_assert(Network<TimeDistributed<Dense<4>>, In>::output_shape.size() > 0);
