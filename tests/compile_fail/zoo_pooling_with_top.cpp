// SPDX-License-Identifier: MIT
// A pooling at the end of maps, of which a network with a top has none.
// FIRST: zoo::VGG16
// EXPECT: needs NoTop beside it
#include <inlay/core.hpp>
#include <inlay/zoo.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = zoo::VGG16<Pooling<Average>>;
#else
using Net = zoo::VGG16<Pooling<Average>, NoTop>;
#endif

static_assert(Network<Net, Input<32, 32, 3>>::output_shape.size() > 0);
