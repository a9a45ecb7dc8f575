// SPDX-License-Identifier: MIT
// Attention is that of steps to each other.
// FIRST: layer 2, MultiHeadAttention<2, 8>,
// EXPECT: needs a sequence of steps x features
// EXPECT: give the network an input such as Input<100, 8>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, MultiHeadAttention<2, 8>>;
#else
using Net = Sequential<Identity, MultiHeadAttention<2, 8>>;
#endif

static_assert(Network<Net, Input<6, 4>>::output_shape.size() > 0);
