// SPDX-License-Identifier: MIT
// Every extent of an input is one at least.
// EXPECT: and these are 28x0x1
// FIRST: every extent of an Input is one at least
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using In = Input<28, 0, 1>;
#else
using In = Input<28, 28, 1>;
#endif

static_assert(Network<Sequential<Flatten>, In>::output_shape.rank() == 1);
