// SPDX-License-Identifier: MIT
// A padding says nothing about what lies between cells.
// FIRST: layer 1, UpSampling2D<2, 2, Same>,
// EXPECT: which it does not take: it takes interpolation
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<UpSampling2D<2, 2, Same>>;
#else
using Net = Sequential<UpSampling2D<2, 2, Bilinear>>;
#endif

static_assert(Network<Net, Input<4, 4, 3>>::output_shape.size() > 0);
