// SPDX-License-Identifier: MIT
// A convolution needs an image, not a flat vector.
// FIRST: layer 2, Conv2D<8, 3, 3>,
// EXPECT: receives 784 but needs an
// EXPECT: image of height x width x
// EXPECT: move it before
// EXPECT: Flatten
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, Conv2D<8, 3, 3>>;
#else
using Net = Sequential<Conv2D<8, 3, 3>, Flatten>;
#endif

static_assert(Network<Net, Input<28, 28, 1>>::output_shape.size() > 0);
