// SPDX-License-Identifier: MIT
// Cropped and padded at once.
// FIRST: layer 1, Resizing<8, 6, CropToAspectRatio,
// EXPECT: two options of a kind
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Resizing<8, 6, CropToAspectRatio, PadToAspectRatio>>;
#else
using Net = Sequential<Resizing<8, 6, CropToAspectRatio>>;
#endif

static_assert(Network<Net, Input<4, 4, 3>>::output_shape.size() > 0);
