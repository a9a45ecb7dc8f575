// SPDX-License-Identifier: MIT
// An option that belongs to layers.
// FIRST: zoo::VGG16
// EXPECT: which it does not take
#include <inlay/core.hpp>
#include <inlay/zoo.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = zoo::VGG16<Same>;
#else
using Net = zoo::VGG16<NoTop>;
#endif

static_assert(Network<Net, Input<32, 32, 3>>::output_shape.size() > 0);
