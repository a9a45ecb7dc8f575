// SPDX-License-Identifier: MIT
// A recurrent layer needs steps.
// FIRST: layer 1, LSTM<4>,
// EXPECT: needs a sequence of steps x features
// EXPECT: give the network an input such as Input<100, 8>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using In = Input<9>;
#else
using In = Input<9, 1>;
#endif

static_assert(Network<LSTM<4>, In>::output_shape.size() > 0);
