// SPDX-License-Identifier: MIT
// A dropout rate is a share.
// FIRST: layer 2, Dropout<1.5>,
// EXPECT: needs a rate
// EXPECT: from 0 to below 1
// EXPECT: Dropout<0.5>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, Dropout<1.5>, Dense<10>>;
#else
using Net = Sequential<Flatten, Dropout<0.5>, Dense<10>>;
#endif

static_assert(Network<Net, Input<4, 4, 1>>::output_shape.size() > 0);
