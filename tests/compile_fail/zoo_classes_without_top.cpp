// SPDX-License-Identifier: MIT
// Classes, without the layers that tell them apart.
// FIRST: zoo::VGG16
// EXPECT: which belong to the top
#include <inlay/core.hpp>
#include <inlay/zoo.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = zoo::VGG16<Classes<10>, NoTop>;
#else
using Net = zoo::VGG16<Classes<10>>;
#endif

static_assert(Network<Net, Input<32, 32, 3>>::output_shape.size() > 0);
