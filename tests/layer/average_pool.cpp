// SPDX-License-Identifier: MIT
// AveragePool: the mean of each window's cells that lie in the image, channel by channel.
#ifndef NAIVE_AVERAGE_POOL
#define NAIVE_AVERAGE_POOL

#include "window.hpp"

#include <cstddef>
#include <vector>

namespace naive {

template <int Height, int Width, class... Given>
Batch forward(Of<AveragePool<Height, Width, Given...>>, const Batch& x, Run&) {
    return slide<Given...>(x, Height, Width, {Height, Width}, x.shape[2],
                           [&](const std::vector<Cell>& cells, std::size_t n, std::size_t c) {
                               double sum = 0;
                               for (const Cell& cell : cells) sum += x.at(n, cell.h, cell.w, c);
                               return sum / static_cast<double>(cells.size());
                           });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/average_pool.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("AveragePool") {
    check::both<AveragePool<2>, Input<6, 7, 3>>();
    check::layer<AveragePool<3, 3, Strides<2>, Same>, Input<8, 7, 5>>();
    check::layer<AveragePool<2, 3>, Input<5, 7, 17>>();
    check::layer<AveragePool<3, 3, Strides<1>>, Input<6, 5, 2>>();
    check::layer<AveragePool<2, 2, Strides<3>, Same>, Input<8, 7, 8>>();
    check::layer<AveragePool<8>, Input<8, 8, 9>>();
}

TEST_CASE("AveragePool, Keras's numbers") { keras::layers::average_pool(); }

#endif
