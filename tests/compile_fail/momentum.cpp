// SPDX-License-Identifier: MIT
// A momentum outside of 0 to 1.
// FIRST: layer 1,
// EXPECT: BatchNorm<Momentum<1.5>>
// EXPECT: needs a momentum
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<BatchNorm<Momentum<1.5>>>;
#else
using Net = Sequential<BatchNorm<Momentum<0.5>>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
