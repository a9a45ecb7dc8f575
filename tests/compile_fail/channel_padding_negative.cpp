// SPDX-License-Identifier: MIT
// Channels are added, not taken away.
// FIRST: layer 1, ChannelPadding<2, -1>,
// EXPECT: needs one number of channels for both ends, or one for each
// EXPECT: write ChannelPadding<8>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<ChannelPadding<2, -1>>;
#else
using Net = Sequential<ChannelPadding<2, 1>>;
#endif

static_assert(Network<Net, Input<4, 3, 2>>::output_shape.size() > 0);
