// SPDX-License-Identifier: MIT
// A network without width.
// FIRST: zoo::MobileNetV2
// EXPECT: needs an Alpha above 0
// LINES: 70
#include <inlay/core.hpp>
#include <inlay/zoo.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = zoo::MobileNetV2<Alpha<0>, NoTop>;
#else
using Net = zoo::MobileNetV2<Alpha<0.1>, NoTop>;
#endif

static_assert(Network<Net, Input<32, 32, 3>>::output_shape.size() > 0);
