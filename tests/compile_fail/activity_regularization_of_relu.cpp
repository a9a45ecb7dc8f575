// SPDX-License-Identifier: MIT
// What a layer makes a part of the loss is said by penalties.
// FIRST: layer 2, ActivityRegularization<ReLU>,
// EXPECT: needs penalties
// EXPECT: L1, L2 or L1L2
// EXPECT: write ActivityRegularization<L2
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<5>, ActivityRegularization<ReLU>, Dense<10>>;
#else
using Net = Sequential<Dense<5>, ActivityRegularization<L2<0.01>, L1<>>, Dense<10>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
