// SPDX-License-Identifier: MIT
// A range of values has its smaller number first.
// FIRST: layer 1, RandomContrast<0.2, ValueRange<1, 0>>,
// EXPECT: needs the smaller number of its range first
// EXPECT: ValueRange<0, 1>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<RandomContrast<0.2, ValueRange<1, 0>>>;
#else
using Net = Sequential<RandomContrast<0.2, ValueRange<0, 1>>>;
#endif

static_assert(Network<Net, Input<4, 4, 1>>::output_shape.size() > 0);
