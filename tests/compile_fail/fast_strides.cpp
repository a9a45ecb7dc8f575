// SPDX-License-Identifier: MIT
// A fast algorithm for a convolution that has none.
// FIRST: layer 1, Conv2D<8, 3, 3,
// EXPECT: moved by 2x2
// EXPECT: Fast<2>
// EXPECT: leave the option out
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv2D<8, 3, 3, Strides<2>, Fast<2>>>;
#else
using Net = Sequential<Conv2D<8, 3, 3, Fast<2>>>;
#endif

static_assert(Network<Net, Input<9, 9, 2>>::output_shape.size() > 0);
