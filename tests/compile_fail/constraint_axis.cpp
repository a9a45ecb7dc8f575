// SPDX-License-Identifier: MIT
// A constraint along an axis that the tensor does not have.
// FIRST: layer 1, Dense<8,
// EXPECT: constrains its kernel
// EXPECT: axis 2
// EXPECT: count its axes from 0
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<8, KernelConstraint<MaxNorm<2, 2>>>>;
#else
using Net = Sequential<Dense<8, KernelConstraint<MaxNorm<2, 1>>>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
