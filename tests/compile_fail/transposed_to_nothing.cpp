// SPDX-License-Identifier: MIT
// A transposed convolution that cuts off all it makes.
// FIRST: layer 1, Conv1DTranspose<4, 2,
// EXPECT: cuts off all cells
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv1DTranspose<4, 2, Same, OutputPadding<0>>>;
#else
using Net = Sequential<Conv1DTranspose<4, 2, Same>>;
#endif

static_assert(Network<Net, Input<1, 2>>::output_shape.size() > 0);
