// SPDX-License-Identifier: MIT
// A pooling to no places.
// FIRST: layer 1, AdaptiveMaxPool2D<3, 0>,
// EXPECT: pools to 3x0 places
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<AdaptiveMaxPool2D<3, 0>>;
#else
using Net = Sequential<AdaptiveMaxPool2D<3, 1>>;
#endif

static_assert(Network<Net, Input<8, 8, 3>>::output_shape.size() > 0);
