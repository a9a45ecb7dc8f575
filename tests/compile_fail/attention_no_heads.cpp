// SPDX-License-Identifier: MIT
// Attention needs heads, and numbers in each of them.
// FIRST: layer 1, MultiHeadAttention<0, 8>,
// EXPECT: has 0 heads with keys of 8 and values of 8 numbers
// EXPECT: write MultiHeadAttention<4, 32>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<MultiHeadAttention<0, 8>>;
#else
using Net = Sequential<MultiHeadAttention<1, 8>>;
#endif

static_assert(Network<Net, Input<6, 4>>::output_shape.size() > 0);
