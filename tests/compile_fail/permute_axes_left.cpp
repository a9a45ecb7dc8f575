// SPDX-License-Identifier: MIT
// An order of fewer axes than there are.
// FIRST: layer 1, Permute<2, 1>,
// EXPECT: receives 4x3x2 but orders 2 axes
// EXPECT: name each axis of the input
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Permute<2, 1>>;
#else
using Net = Sequential<Permute<2, 1, 3>>;
#endif

static_assert(Network<Net, Input<4, 3, 2>>::output_shape.size() > 0);
