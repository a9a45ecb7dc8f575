// SPDX-License-Identifier: MIT
// A class that lacks what makes a layer.
// FIRST: layer 2, Mine, is no layer: it lacks LayerDefaults as its base, output, forward, backward
// EXPECT: (inlay/layer/layer.hpp)
#include <inlay/core.hpp>

using namespace inlay;

struct Mine {
    static constexpr std::string_view title = "Mine", name = "mine";
};

#ifdef MISTAKE
using Net = Sequential<ReLU, Mine, Dense<10>>;
#else
using Net = Sequential<ReLU, Dense<10>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
