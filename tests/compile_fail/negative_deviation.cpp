// SPDX-License-Identifier: MIT
// A deviation is not negative.
// FIRST: layer 1, Dense<4
// EXPECT: draws its bias, a tensor 4,
// EXPECT: needs a deviation of 0 or more
// EXPECT: RandomNormal<0.05>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<4, BiasInit<RandomNormal<-0.05>>>>;
#else
using Net = Sequential<Dense<4, BiasInit<RandomNormal<0.05>>>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
