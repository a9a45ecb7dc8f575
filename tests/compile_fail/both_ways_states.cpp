// SPDX-License-Identifier: MIT
// A layer that reads both ways, and the states of its two layers.
// FIRST: layer 1, Bidirectional
// EXPECT: gives the outputs of its two layers, not their states
// EXPECT: leave ReturnState out
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Bidirectional<LSTM<4, ReturnState>>;
#else
using Net = Bidirectional<LSTM<4>>;
#endif

static_assert(Network<Net, Input<9, 2>>::output_shape.size() > 0);
