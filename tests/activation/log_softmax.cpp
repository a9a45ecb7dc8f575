// SPDX-License-Identifier: MIT
// LogSoftmax: y[k] = x[k] - ln(sum_j exp(x[j])) over the innermost axis.
#ifndef NAIVE_LOG_SOFTMAX
#define NAIVE_LOG_SOFTMAX

#include "../layer/naive.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace naive {

inline Batch forward(Of<LogSoftmax>, Batch x, Run& run) {
    run.smooth = true;
    for (std::size_t r = 0; r < x.rows(); ++r) {
        double sum = 0;
        for (std::size_t c = 0; c < x.channels(); ++c) sum += std::exp(x.row(r, c));
        for (std::size_t c = 0; c < x.channels(); ++c) x.row(r, c) -= std::log(sum);
    }
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/log_softmax.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("LogSoftmax") {
    check::both<LogSoftmax, Input<1>>();
    check::layer<LogSoftmax, Input<37>>();
    check::layer<LogSoftmax, Input<3, 2, 5>>();
    check::network<Dense<7, LogSoftmax>, Input<2, 5>>();
}

TEST_CASE("LogSoftmax of thousands of numbers, far from zero") {
    std::vector<float> x(3000, -1000.0f), y(x.size());
    LogSoftmax::row(x.data(), y.data(), x.size());
    for (const float v : y) REQUIRE(std::fabs(v + std::log(3000.0f)) < 2e-6f);
    x[7] = 3e38f;
    LogSoftmax::row(x.data(), y.data(), x.size());
    CHECK(y[7] == 0);
    CHECK(y[8] == -3e38f);
}

TEST_CASE("LogSoftmax, Keras's numbers") { keras::layers::log_softmax(); }

#endif
