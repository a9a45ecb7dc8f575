// SPDX-License-Identifier: MIT
// Taps that lie apart, of a window that moves by more than a cell.
// FIRST: layer 1, Conv3DTranspose<4, 3, 3, 3,
// EXPECT: has Strides 2x1x1 and Dilation 1x1x2
// EXPECT: only one of them can be above 1
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv3DTranspose<4, 3, 3, 3, Strides<2, 1, 1>, Dilation<1, 1, 2>>>;
#else
using Net = Sequential<Conv3DTranspose<4, 3, 3, 3, Strides<2, 1, 1>>>;
#endif

static_assert(Network<Net, Input<5, 5, 5, 2>>::output_shape.size() > 0);
