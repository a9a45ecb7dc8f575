// SPDX-License-Identifier: MIT
// No layer runs along the axis of the batch.
// FIRST: layer 1, SoftmaxOver<Axis<0>
// EXPECT: runs along axis 0
// EXPECT: are 1 to 2
// EXPECT: as Keras does
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<SoftmaxOver<Axis<0>>>;
#else
using Net = Sequential<SoftmaxOver<Axis<1>>>;
#endif

static_assert(Network<Net, Input<4, 3>>::output_shape.size() > 0);
