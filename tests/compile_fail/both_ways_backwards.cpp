// SPDX-License-Identifier: MIT
// A layer that reads both ways, and backwards.
// FIRST: layer 1, Bidirectional
// EXPECT: reads both ways already
// EXPECT: leave GoBackwards out
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Bidirectional<LSTM<4, GoBackwards>>;
#else
using Net = Bidirectional<LSTM<4>>;
#endif

static_assert(Network<Net, Input<9, 2>>::output_shape.size() > 0);
