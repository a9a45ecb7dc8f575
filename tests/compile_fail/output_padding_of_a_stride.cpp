// SPDX-License-Identifier: MIT
// As much output padding as the window moves by.
// FIRST: layer 1, Conv2DTranspose<4, 3, 3,
// EXPECT: has OutputPadding 0x2 and Strides 3x2
// EXPECT: less than the stride
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv2DTranspose<4, 3, 3, Strides<3, 2>, OutputPadding<0, 2>>>;
#else
using Net = Sequential<Conv2DTranspose<4, 3, 3, Strides<3, 2>, OutputPadding<0, 1>>>;
#endif

static_assert(Network<Net, Input<5, 5, 2>>::output_shape.size() > 0);
