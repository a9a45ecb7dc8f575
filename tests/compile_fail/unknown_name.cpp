// SPDX-License-Identifier: MIT
// A branch begins at a layer that does not exist.
// FIRST: From finds no layer called
// EXPECT: hal before it: there are input_layer, half, conv2d, identity
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Named<"half", Conv2D<4, 3, 3, Same>>, Conv2D<4, 3, 3, Same>,
                       Concat<Identity, From<"hal">>>;
#else
using Net = Sequential<Named<"half", Conv2D<4, 3, 3, Same>>, Conv2D<4, 3, 3, Same>,
                       Concat<Identity, From<"half">>>;
#endif

static_assert(Network<Net, Input<8, 8, 1>>::output_shape.size() > 0);
