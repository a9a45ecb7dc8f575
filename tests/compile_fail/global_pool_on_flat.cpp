// SPDX-License-Identifier: MIT
// A global pool needs an image.
// FIRST: layer 2, GlobalAveragePool,
// EXPECT: receives 192 but needs an
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, GlobalAveragePool>;
#else
using Net = Sequential<GlobalAveragePool>;
#endif

static_assert(Network<Net, Input<8, 8, 3>>::output_shape.size() > 0);
