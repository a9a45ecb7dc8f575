// SPDX-License-Identifier: MIT
// Options of another layer on one that reads images at random places.
// FIRST: layer 1, RandomZoom<0.2, 0.1, Horizontal>,
// EXPECT: is given the option Horizontal, which it does not take: it takes fill and interpolation
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<RandomZoom<0.2, 0.1, Horizontal>>;
#else
using Net = Sequential<RandomZoom<0.2, 0.1, FillWrap>>;
#endif

static_assert(Network<Net, Input<4, 4, 1>>::output_shape.size() > 0);
