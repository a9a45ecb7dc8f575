// SPDX-License-Identifier: MIT
// The branches of Add have one shape.
// FIRST: layer 3, Add<
// EXPECT: needs branches
// EXPECT: branch 1 gives
// EXPECT: 9x9x8
// EXPECT: branch 2 gives 9x9x4
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Add<Conv2D<8, 3, 3, Same>, Conv2D<4, 3, 3, Same>>>;
#else
using Net = Sequential<Add<Conv2D<8, 3, 3, Same>, Conv2D<8, 1, 1>>>;
#endif

static_assert(Network<Net, Input<9, 9, 2>>::output_shape.size() > 0);
