// SPDX-License-Identifier: MIT
// A type of another kind, inside a branch.
// FIRST: layer 1, int, is no layer: it lacks
// EXPECT: LayerDefaults as its base, title, name, output, forward, backward
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Add<int, Identity>>;
#else
using Net = Sequential<Add<ReLU, Identity>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
