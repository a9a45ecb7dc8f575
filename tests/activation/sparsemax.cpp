// SPDX-License-Identifier: MIT
// Sparsemax: y[k] = max(x[k] - t, 0) over the innermost axis, which sums to 1. What stands for
// Keras's numbers is that definition in Keras's operations: the sparsemax of Keras 3.15 differs.
#ifndef NAIVE_SPARSEMAX
#define NAIVE_SPARSEMAX

#include "../layer/naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace naive {

inline Batch forward(Of<Sparsemax>, Batch x, Run& run) {
    for (std::size_t r = 0; r < x.rows(); ++r) {
        std::vector<double> sorted(x.channels());
        for (std::size_t c = 0; c < x.channels(); ++c) sorted[c] = x.row(r, c);
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        double sum = 0, bound = 0;
        for (std::size_t k = 0; k < sorted.size(); ++k) {
            sum += sorted[k];
            const double next = (sum - 1) / static_cast<double>(k + 1);
            if (sorted[k] > next) bound = next;
        }
        for (std::size_t c = 0; c < x.channels(); ++c) {
            double& v = x.row(r, c);
            run.keep_off(v - bound);
            v = std::max(v - bound, 0.0);
        }
    }
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/sparsemax.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("Sparsemax") {
    check::both<Sparsemax, Input<5>>();
    check::layer<Sparsemax, Input<19>>();
    check::layer<Sparsemax, Input<3, 2, 5>>();
    check::network<Dense<7, Sparsemax>, Input<2, 5>>();
}

TEST_CASE("Sparsemax of equal numbers, of thousands and of one") {
    std::vector<float> x(3000, -1000.0f), y(x.size());
    Sparsemax::row(x.data(), y.data(), x.size());
    for (const float v : y) REQUIRE(std::fabs(v * 3000 - 1) < 1e-6f);
    x[7] = 3e38f;
    Sparsemax::row(x.data(), y.data(), x.size());
    for (std::size_t k = 0; k < y.size(); ++k) REQUIRE(y[k] == (k == 7 ? 1.0f : 0.0f));
    Sparsemax::row(x.data(), y.data(), 1);
    CHECK(y[0] == 1);
}

TEST_CASE("Sparsemax, Keras's numbers") { keras::layers::sparsemax(); }

#endif
