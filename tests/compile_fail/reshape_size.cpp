// SPDX-License-Identifier: MIT
// A shape that the elements do not fill.
// FIRST: layer 2, Reshape<5, 5>,
// EXPECT: receives 24 but makes
// EXPECT: product is 24
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, Reshape<5, 5>>;
#else
using Net = Sequential<Flatten, Reshape<6, -1>>;
#endif

static_assert(Network<Net, Input<4, 3, 2>>::output_shape.size() > 0);
