// SPDX-License-Identifier: MIT
// Layers are counted through nested sequences and branches.
// FIRST: layer 7, MaxPool<2
// EXPECT: receives 256 but needs an
#include <inlay/core.hpp>

using namespace inlay;

using Block = Add<Sequential<ReLU, Conv2D<4, 3, 3, Same>>, Identity>;

#ifdef MISTAKE
using Net = Sequential<Conv2D<4, 3, 3, Same>, Block, Flatten, MaxPool<2>>;
#else
using Net = Sequential<Conv2D<4, 3, 3, Same>, Block, MaxPool<2>, Flatten>;
#endif

static_assert(Network<Net, Input<8, 8, 1>>::output_shape.size() > 0);
