// SPDX-License-Identifier: MIT
// An option behind a layer instead of in it.
// FIRST: layer 2, Same, is an option: give it to a layer
// EXPECT: such as Conv2D<32, 3, 3, Same>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<ReLU, Same>;
#else
using Net = Sequential<ReLU, Dense<10, Softmax>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
