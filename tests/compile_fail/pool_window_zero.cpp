// SPDX-License-Identifier: MIT
// A window of no cells.
// FIRST: layer 1, AveragePool3D<2, 0, 2>,
// EXPECT: has a window of 2x0x2
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<AveragePool3D<2, 0, 2>>;
#else
using Net = Sequential<AveragePool3D<2, 1, 2>>;
#endif

static_assert(Network<Net, Input<8, 8, 8, 3>>::output_shape.size() > 0);
