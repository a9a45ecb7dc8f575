// SPDX-License-Identifier: MIT
// GlobalAveragePool: the mean of each channel.
#ifndef NAIVE_GLOBAL_AVERAGE_POOL
#define NAIVE_GLOBAL_AVERAGE_POOL

#include "window.hpp"

#include <cstddef>
#include <vector>

namespace naive {

inline Batch forward(Of<GlobalAveragePool>, const Batch& x, Run&) {
    Batch y = slide<>(x, x.shape[0], x.shape[1], {1, 1}, x.shape[2],
                      [&](const std::vector<Cell>& cells, std::size_t n, std::size_t c) {
                          double sum = 0;
                          for (const Cell& cell : cells) sum += x.at(n, cell.h, cell.w, c);
                          return sum / static_cast<double>(cells.size());
                      });
    y.shape = Shape{x.shape[2]};
    return y;
}

inline Batch forward(Of<GlobalAveragePoolWith<KeepDims>>, const Batch& x, Run& run) {
    Batch y = forward(Of<GlobalAveragePool>{}, x, run);
    y.shape = {1, 1, y.channels()};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/global_average_pool.hpp"
#include "check.hpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("GlobalAveragePool") {
    check::both<GlobalAveragePool, Input<5, 6, 7>>();
    check::layer<GlobalAveragePoolWith<KeepDims>, Input<1, 3, 17>>();
    check::network<Sequential<GlobalAveragePool, Dense<3>>, Input<3, 4, 5>>();
}

TEST_CASE("GlobalAveragePool, Keras's numbers") { keras::layers::global_average_pool(); }

#endif
