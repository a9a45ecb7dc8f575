// SPDX-License-Identifier: MIT
// What is added to a mean square is not negative.
// FIRST: layer 1, RMSNorm<Epsilon<
// EXPECT: needs an epsilon of 0 or more
// EXPECT: RMSNorm<Epsilon<1e-6>>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<RMSNorm<Epsilon<-0.5>>>;
#else
using Net = Sequential<RMSNorm<Epsilon<0.5>>>;
#endif

static_assert(Network<Net, Input<5, 3>>::output_shape.size() > 0);
