// SPDX-License-Identifier: MIT
// A number of groups that is neither one nor Keras's -1.
// FIRST: layer 1, GroupNorm<0>
// EXPECT: needs channels that 0 groups can share, but has 8
// EXPECT: or -1 for as many
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<GroupNorm<0>>;
#else
using Net = Sequential<GroupNorm<-1>>;
#endif

static_assert(Network<Net, Input<5, 8>>::output_shape.size() > 0);
