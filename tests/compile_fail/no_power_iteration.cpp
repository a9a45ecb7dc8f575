// SPDX-License-Identifier: MIT
// No power iteration is no estimate.
// FIRST: layer 1, SpectralNormalization<Dense<4>
// EXPECT: needs one power iteration at least
// EXPECT: write PowerIterations<1>
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<SpectralNormalization<Dense<4>, PowerIterations<0>>>;
#else
using Net = Sequential<SpectralNormalization<Dense<4>, PowerIterations<2>>>;
#endif

static_assert(Network<Net, Input<5>>::output_shape.size() > 0);
