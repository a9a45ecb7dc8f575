// SPDX-License-Identifier: MIT
// Something to count needs a place.
// FIRST: layer 1, CategoryEncoding<0>,
// EXPECT: has 0 tokens but needs one at least
// EXPECT: write CategoryEncoding<10>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<CategoryEncoding<0>, Dense<10>>;
#else
using Net = Sequential<CategoryEncoding<1>, Dense<10>>;
#endif

static_assert(Network<Net, Input<4>>::output_shape.size() > 0);
