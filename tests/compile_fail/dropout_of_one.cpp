// SPDX-License-Identifier: MIT
// Dropping everything is no rate either.
// FIRST: layer 1, Dropout<1>,
// EXPECT: needs a rate
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dropout<1>>;
#else
using Net = Sequential<Dropout<0>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
