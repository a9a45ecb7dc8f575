// SPDX-License-Identifier: MIT
// The deviation of noise lies between 0 and 1, as in Keras.
// FIRST: layer 1, GaussianNoise<1.5>,
// EXPECT: needs a standard deviation from 0 to 1
// EXPECT: GaussianNoise<0.1>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<GaussianNoise<1.5>>;
#else
using Net = Sequential<GaussianNoise<0.5>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
