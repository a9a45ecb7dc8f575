// SPDX-License-Identifier: MIT
// The arguments of a ReLU are not negative.
// FIRST: layer 1, ReLUWith<MaxValue<-1>
// EXPECT: of at least 0
// EXPECT: NegativeSlope<0.1>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<ReLUWith<MaxValue<-1>>>;
#else
using Net = Sequential<ReLUWith<MaxValue<1>>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
