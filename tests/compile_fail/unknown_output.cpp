// SPDX-License-Identifier: MIT
// A branch begins at an output that the layer does not have.
// FIRST: From finds no layer called
// EXPECT: lstm/state before it: there are input_layer, lstm, lstm/state_h, lstm/state_c, identity
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<LSTM<4, ReturnState>, Concat<Identity, From<"lstm/state">>>;
#else
using Net = Sequential<LSTM<4, ReturnState>, Concat<Identity, From<"lstm/state_c">>>;
#endif

static_assert(Network<Net, Input<9, 2>>::output_shape == Shape{8});
