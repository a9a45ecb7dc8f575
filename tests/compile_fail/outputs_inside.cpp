// SPDX-License-Identifier: MIT
// Outputs in the middle of a network.
// FIRST: Outputs stands at the end of a
// EXPECT: network, with nothing behind it
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Outputs<Dense<4>, Dense<3>>, Dense<2>>;
#else
using Net = Sequential<Dense<2>, Outputs<Dense<4>, Dense<3>>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
