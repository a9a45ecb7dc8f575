// SPDX-License-Identifier: MIT
// GlobalAveragePool1D: the mean over the steps that a mask leaves.
#ifndef NAIVE_GLOBAL_AVERAGE_POOL1D
#define NAIVE_GLOBAL_AVERAGE_POOL1D

#include "naive.hpp"

#include <cstddef>

namespace naive {

inline Batch forward(Of<GlobalAveragePool1D>, const Batch& x, Run& run) {
    Batch y(Shape{x.channels()}, x.count);
    const std::size_t steps = x.shape[0];
    for (std::size_t n = 0; n < x.count; ++n)
        for (std::size_t c = 0; c < x.channels(); ++c) {
            double sum = 0, left = 0;
            for (std::size_t r = n * steps; r < (n + 1) * steps; ++r) {
                if (!run.mask.empty() && !run.mask[r]) continue;
                sum += x.row(r, c);
                ++left;
            }
            y.row(n, c) = sum / left;
        }
    run.mask.clear();
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/global_average_pool1d.hpp"
#include "check.hpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("GlobalAveragePool1D") {
    check::both<GlobalAveragePool1D, Input<7, 3>>();
    check::layer<GlobalAveragePool1D, Input<70, 17>>();
    check::network<Sequential<Dense<3>, GlobalAveragePool1D, Dense<2>>, Input<5, 2>>();
}

TEST_CASE("GlobalAveragePool1D, Keras's numbers") { keras::layers::global_average_pool1d(); }

#endif
