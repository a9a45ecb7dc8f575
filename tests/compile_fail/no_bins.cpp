// SPDX-License-Identifier: MIT
// Nothing to spread numbers over.
// FIRST: layer 1, Hashing<0>
// EXPECT: has 0 bins but needs one
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Hashing<0>>;
#else
using Net = Sequential<Hashing<1>>;
#endif

static_assert(Network<Net, Input<5>>::output_shape.size() > 0);
