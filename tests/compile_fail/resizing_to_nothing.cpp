// SPDX-License-Identifier: MIT
// An image of no columns.
// FIRST: layer 1, Resizing<8, 0>,
// EXPECT: makes an image of 8x0
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Resizing<8, 0>>;
#else
using Net = Sequential<Resizing<8, 1>>;
#endif

static_assert(Network<Net, Input<4, 4, 3>>::output_shape.size() > 0);
