// SPDX-License-Identifier: MIT
// An identity matrix is a matrix.
// FIRST: layer 1, Conv2D<2, 3, 3
// EXPECT: draws its kernel, a tensor 3x3x2x2,
// EXPECT: makes matrices alone
// EXPECT: Orthogonal
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Conv2D<2, 3, 3, KernelInit<IdentityInitializer>>>;
#else
using Net = Sequential<Dense<2, KernelInit<IdentityInitializer>>>;
#endif

static_assert(Network<Net, Input<5, 5, 2>>::output_shape.size() > 0);
