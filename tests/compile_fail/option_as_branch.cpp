// SPDX-License-Identifier: MIT
// An option among the branches of a sum.
// FIRST: layer 2, Same, is an option: give it to a layer
// EXPECT: such as Conv2D<32, 3, 3, Same>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Add<Dense<9>, Same>>;
#else
using Net = Sequential<Add<Dense<9>, Identity>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
