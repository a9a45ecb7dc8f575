// SPDX-License-Identifier: MIT
// Constants that are neither one for all channels nor one for each.
// FIRST: layer 1, Normalization<Mean<
// EXPECT: has 2 means and 2 variances
// EXPECT: for 3 channels
// EXPECT: one for each channel
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Normalization<Mean<1, 2>, Variance<3, 4>>>;
#else
using Net = Sequential<Normalization<Mean<1, 2, 3>, Variance<4, 5, 6>>>;
#endif

static_assert(Network<Net, Input<5, 3>>::output_shape.size() > 0);
