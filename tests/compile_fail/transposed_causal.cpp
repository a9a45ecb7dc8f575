// SPDX-License-Identifier: MIT
// Causal padding, turned round.
// FIRST: layer 1, Conv1DTranspose<4, 3,
// EXPECT: Causal has no transposed form
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv1DTranspose<4, 3, Causal>>;
#else
using Net = Sequential<Conv1DTranspose<4, 3, Valid>>;
#endif

static_assert(Network<Net, Input<5, 2>>::output_shape.size() > 0);
