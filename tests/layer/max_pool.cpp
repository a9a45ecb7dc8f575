// SPDX-License-Identifier: MIT
// MaxPool: the largest number of each window, channel by channel.
#ifndef NAIVE_MAX_POOL
#define NAIVE_MAX_POOL

#include "window.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace naive {

template <int Height, int Width, class... Given>
Batch forward(Of<MaxPool<Height, Width, Given...>>, const Batch& x, Run& run) {
    return slide<Given...>(x, Height, Width, {Height, Width}, x.shape[2],
                           [&](const std::vector<Cell>& cells, std::size_t n, std::size_t c) {
                               std::vector<double> values;
                               for (const Cell& cell : cells)
                                   values.push_back(x.at(n, cell.h, cell.w, c));
                               std::sort(values.rbegin(), values.rend());
                               if (values.size() > 1) run.keep_off(values[0] - values[1]);
                               return values[0];
                           });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/max_pool.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("MaxPool") {
    check::both<MaxPool<2>, Input<6, 7, 3>>();
    check::layer<MaxPool<2>, Input<5, 4, 17>>();
    check::layer<MaxPool<3, 3, Strides<2>, Same>, Input<8, 7, 5>>();
    check::layer<MaxPool<2, 3>, Input<5, 7, 3>>();
    check::layer<MaxPool<3, 3, Strides<1>>, Input<6, 5, 2>>();
    check::layer<MaxPool<2, 2, Strides<3>>, Input<8, 7, 8>>();
    check::layer<MaxPool<1, 1, Strides<2>>, Input<5, 6, 3>>();
    check::layer<MaxPool<5, 5, Strides<2, 1>, Same>, Input<4, 6, 1>>();
}

TEST_CASE("MaxPool, Keras's numbers") { keras::layers::max_pool(); }

#endif
