// SPDX-License-Identifier: MIT
// AdaptiveMaxPool2D: the largest number of each place of an image, channel by channel.
#ifndef NAIVE_ADAPTIVE_MAX_POOL2D
#define NAIVE_ADAPTIVE_MAX_POOL2D

#include "shares.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace naive {

template <int Height, int Width>
Batch forward(Of<AdaptiveMaxPool2D<Height, Width>>, const Batch& x, Run& run) {
    return share_out(x, Height, Width, [&](std::vector<double> values) {
        std::sort(values.rbegin(), values.rend());
        if (values.size() > 1) run.keep_off(values[0] - values[1]);
        return values[0];
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/adaptive_max_pool2d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AdaptiveMaxPool2D") {
    check::both<AdaptiveMaxPool2D<3>, Input<7, 4, 3>>();
    check::layer<AdaptiveMaxPool2D<2, 3>, Input<3, 2, 17>>();
    static_assert(std::is_same_v<AdaptiveMaxPooling2D<3>, AdaptiveMaxPool2D<3, 3>>);
}

TEST_CASE("AdaptiveMaxPool2D, Keras's numbers") { keras::layers::adaptive_max_pool2d(); }

#endif
