// SPDX-License-Identifier: MIT
// Normalization: by the mean and the variance of some data.
#ifndef NAIVE_NORMALIZATION
#define NAIVE_NORMALIZATION

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace naive {

template <class... Given>
Batch forward(Of<Normalization<Given...>>, const Batch& x, Run& run) {
    const bool whole = given<NoAxis, Given...>;
    const double* const mean = run.take_state(whole ? 1 : x.channels());
    const double* const variance = run.take_state(whole ? 1 : x.channels());
    run.take_state(1);
    run.smooth = true;
    Batch y = x;
    for (std::size_t r = 0; r < x.rows(); ++r)
        for (std::size_t c = 0; c < x.channels(); ++c) {
            const std::size_t k = whole ? 0 : c;
            const double deviation = std::max(std::sqrt(variance[k]), 1e-7);
            run.steepness = std::max(run.steepness, std::max(deviation, 1 / deviation));
            y.row(r, c) = given<Invert, Given...> ? x.row(r, c) * deviation + mean[k]
                                                  : (x.row(r, c) - mean[k]) / deviation;
        }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/tanh.cpp"
#include "../keras/layers/normalization.hpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "time_distributed.cpp"

using namespace inlay;

TEST_CASE("Normalization") {
    check::both<Normalization<>, Input<3, 5, 17>>();
    check::network<Sequential<Normalization<NoAxis>, Conv2D<5, 2>, Normalization<Invert>, Tanh,
                              TimeDistributed<Normalization<>>>,
                   Input<3, 4, 2>>();
}

TEST_CASE("Normalization, Keras's numbers") { keras::layers::normalization(); }

#endif
