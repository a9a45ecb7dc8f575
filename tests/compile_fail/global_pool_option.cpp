// SPDX-License-Identifier: MIT
// A global pool keeps its dimensions or does not: it has no padding.
// FIRST: layer 1, GlobalMaxPoolWith<Same>,
// EXPECT: it takes keep dims
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<GlobalMaxPoolWith<Same>>;
#else
using Net = Sequential<GlobalMaxPoolWith<KeepDims>>;
#endif

static_assert(Network<Net, Input<8, 8, 3>>::output_shape.size() > 0);
