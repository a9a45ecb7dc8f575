// SPDX-License-Identifier: MIT
// Vectors of two lengths have no product.
// FIRST: layer 3, Dot<
// EXPECT: axis 1 of branch 1 has 4 of 4x3
// EXPECT: axis 1 of branch 2 has 5 of 5x3
// EXPECT: choose them by Axes<1, 1>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dot<Identity, ZeroPadding1D<0, 1>, Axes<1>>>;
#else
using Net = Sequential<Dot<Identity, ZeroPadding1D<0, 1>, Axes<2>>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
