// SPDX-License-Identifier: MIT
// AdaptiveAveragePool2D: the mean of all cells of each place of an image, channel by channel.
#ifndef NAIVE_ADAPTIVE_AVERAGE_POOL2D
#define NAIVE_ADAPTIVE_AVERAGE_POOL2D

#include "shares.hpp"

#include <cstddef>
#include <vector>

namespace naive {

template <int Height, int Width>
Batch forward(Of<AdaptiveAveragePool2D<Height, Width>>, const Batch& x, Run&) {
    return share_out(x, Height, Width, [](const std::vector<double>& values) {
        double sum = 0;
        for (const double v : values) sum += v;
        return sum / static_cast<double>(values.size());
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/adaptive_average_pool2d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AdaptiveAveragePool2D") {
    check::both<AdaptiveAveragePool2D<3>, Input<7, 4, 3>>();
    check::layer<AdaptiveAveragePool2D<2, 3>, Input<17, 23, 17>>();
    static_assert(std::is_same_v<AdaptiveAveragePooling2D<3>, AdaptiveAveragePool2D<3, 3>>);
}

TEST_CASE("AdaptiveAveragePool2D, Keras's numbers") { keras::layers::adaptive_average_pool2d(); }

#endif
