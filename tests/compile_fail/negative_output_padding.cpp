// SPDX-License-Identifier: MIT
// Output padding below 0.
// FIRST: layer 1, Conv1DTranspose<4, 3,
// EXPECT: has OutputPadding -1 and Strides 2
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv1DTranspose<4, 3, Strides<2>, OutputPadding<-1>>>;
#else
using Net = Sequential<Conv1DTranspose<4, 3, Strides<2>, OutputPadding<0>>>;
#endif

static_assert(Network<Net, Input<5, 2>>::output_shape.size() > 0);
