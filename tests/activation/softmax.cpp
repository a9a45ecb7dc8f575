// SPDX-License-Identifier: MIT
// Softmax: y[k] = exp(x[k]) / sum_j exp(x[j]) over the innermost axis.
#ifndef NAIVE_SOFTMAX
#define NAIVE_SOFTMAX

#include "../layer/naive.hpp"

#include <cmath>
#include <cstddef>

namespace naive {

inline Batch forward(Of<Softmax>, Batch x, Run& run) {
    run.smooth = true;
    for (std::size_t r = 0; r < x.rows(); ++r) {
        double sum = 0;
        for (std::size_t c = 0; c < x.channels(); ++c) sum += std::exp(x.row(r, c));
        for (std::size_t c = 0; c < x.channels(); ++c) x.row(r, c) = std::exp(x.row(r, c)) / sum;
    }
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/softmax.hpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("Softmax as a layer") {
    check::both<Softmax, Input<1>>();
    check::layer<Softmax, Input<9>>();
    check::layer<Softmax, Input<37>>();
    check::layer<Softmax, Input<3, 2, 5>>();
}

TEST_CASE("Softmax as an option") {
    check::network<Dense<10, Softmax>, Input<12>>();
    check::network<Dense<3, Softmax>, Input<2, 5, 4>>();  // a softmax for each pixel
    check::network<Conv2D<5, 1, 1, Softmax>, Input<3, 3, 7>>();
}

TEST_CASE("Softmax, Keras's numbers") { keras::layers::softmax(); }

#endif
