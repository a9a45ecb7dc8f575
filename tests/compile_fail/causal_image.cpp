// SPDX-License-Identifier: MIT
// Causal padding is for sequences.
// FIRST: layer 1, Conv2D<4, 3, 3,
// EXPECT: Causal
// EXPECT: Conv1D
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv2D<4, 3, 3, Causal>>;
#else
using Net = Sequential<Conv2D<4, 3, 3, Same>>;
#endif

static_assert(Network<Net, Input<9, 9, 3>>::output_shape.size() > 0);
