// SPDX-License-Identifier: MIT
// Two layers of one name.
// FIRST: the name half is given twice
// EXPECT: to Conv2D and to Dense: a name is one layer, and a Shared one has one set of weights
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Named<"half", Conv2D<4, 3>>, Flatten, Named<"half", Dense<3>>>;
#else
using Net = Sequential<Named<"half", Conv2D<4, 3>>, Flatten, Named<"other", Dense<3>>>;
#endif

static_assert(Network<Net, Input<8, 8, 1>>::output_shape.size() > 0);
