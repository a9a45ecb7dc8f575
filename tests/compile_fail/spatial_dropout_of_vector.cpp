// SPDX-License-Identifier: MIT
// A vector has no cells for its channels to be dropped in.
// FIRST: layer 2, SpatialDropout2D<0.2>,
// EXPECT: receives 16
// EXPECT: image of height x width x
// EXPECT: channels
// EXPECT: move it before
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, SpatialDropout2D<0.2>>;
#else
using Net = Sequential<SpatialDropout2D<0.2>, Flatten>;
#endif

static_assert(Network<Net, Input<4, 4, 1>>::output_shape.size() > 0);
