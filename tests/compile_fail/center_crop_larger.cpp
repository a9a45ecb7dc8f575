// SPDX-License-Identifier: MIT
// A window is no larger than the image that it is taken from.
// FIRST: layer 1, CenterCrop<5, 4>,
// EXPECT: takes 5x4 cells of 4x4
// EXPECT: write CenterCrop<24, 24> with a size from 1x1 to that of the image
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<CenterCrop<5, 4>>;
#else
using Net = Sequential<CenterCrop<3, 4>>;
#endif

static_assert(Network<Net, Input<4, 4, 1>>::output_shape.size() > 0);
