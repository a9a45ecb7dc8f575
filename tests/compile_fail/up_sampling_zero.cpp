// SPDX-License-Identifier: MIT
// Each cell not even once.
// FIRST: layer 1, UpSampling3D<2, 0, 2>,
// EXPECT: repeats each cell 2x0x2 times
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<UpSampling3D<2, 0, 2>>;
#else
using Net = Sequential<UpSampling3D<2, 1, 2>>;
#endif

static_assert(Network<Net, Input<4, 4, 4, 3>>::output_shape.size() > 0);
