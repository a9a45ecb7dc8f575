// SPDX-License-Identifier: MIT
// RMSNorm: the channels of each cell divided by their root mean square.
#ifndef NAIVE_RMS_NORM
#define NAIVE_RMS_NORM

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace naive {

template <class... Given>
Batch forward(Of<RMSNorm<Given...>>, const Batch& x, Run& run) {
    constexpr double epsilon = given<Epsilon<0.1>, Given...> ? 0.1 : 1e-6;
    const double* const scale = run.take_weights(x.channels());
    run.smooth = true;
    Batch y = x;
    for (std::size_t r = 0; r < x.rows(); ++r) {
        double squares = 0;
        for (std::size_t c = 0; c < x.channels(); ++c) squares += x.row(r, c) * x.row(r, c);
        const double factor = 1 / std::sqrt(squares / static_cast<double>(x.channels()) + epsilon);
        run.steepness = std::max(run.steepness, factor);
        for (std::size_t c = 0; c < x.channels(); ++c)
            y.row(r, c) = x.row(r, c) * factor * scale[c];
    }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/tanh.cpp"
#include "../keras/layers/rms_norm.hpp"
#include "check.hpp"
#include "conv2d.cpp"

using namespace inlay;

TEST_CASE("RMSNorm") {
    check::both<RMSNorm<>, Input<3, 5, 17>>();
    check::network<Sequential<Conv2D<5, 1>, RMSNorm<Epsilon<0.1>>, Tanh, Conv2D<2, 3, 3, Same>>,
                   Input<3, 4, 2>>();
}

TEST_CASE("RMSNorm, Keras's numbers") { keras::layers::rms_norm(); }

#endif
