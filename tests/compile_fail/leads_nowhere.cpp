// SPDX-License-Identifier: MIT
// A layer that nothing reads.
// FIRST: layer 2, Dense<3>, leads
// EXPECT: nowhere: what follows begins at another layer
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Named<"a", Dense<4>>, Dense<3>, From<"a">, Dense<2>>;
#else
using Net = Sequential<Named<"a", Dense<4>>, Dense<3>, Concat<Identity, From<"a">>, Dense<2>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
