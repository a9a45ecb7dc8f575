// SPDX-License-Identifier: MIT
// SoftmaxOver: y[k] = exp(x[k]) / sum_j exp(x[j]) along any axis.
#ifndef NAIVE_SOFTMAX_OVER
#define NAIVE_SOFTMAX_OVER

#include "naive.hpp"

#include <cmath>
#include <cstddef>

namespace naive {

template <int axis>
Batch forward(Of<SoftmaxOver<inlay::Axis<axis>>>, Batch x, Run& run) {
    run.smooth = true;
    const int d = axis < 0 ? x.shape.rank() + axis : axis - 1;
    std::size_t step = 1;
    for (int k = d + 1; k < x.shape.rank(); ++k) step *= x.shape[k];
    const std::size_t n = x.shape[d];
    for (std::size_t first = 0; first < x.values.size(); ++first) {
        if (first / step % n != 0) continue;
        double sum = 0;
        for (std::size_t k = 0; k < n; ++k) sum += std::exp(x.values[first + k * step]);
        for (std::size_t k = 0; k < n; ++k) {
            double& v = x.values[first + k * step];
            v = std::exp(v) / sum;
        }
    }
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/softmax_over.hpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("SoftmaxOver") {
    check::both<SoftmaxOver<Axis<1>>, Input<70, 19>>();
    check::layer<SoftmaxOver<Axis<-2>>, Input<3, 5, 2>>();
    check::layer<SoftmaxOver<Axis<-1>>, Input<3, 7>>();
    check::network<
        Sequential<Conv2D<3, 3, 3, Same, NoBias>, SoftmaxOver<Axis<1>>, Conv2D<2, 3, 3, Same>>,
        Input<4, 5, 2>>();
    check::network<Dense<5, NoBias, SoftmaxOver<Axis<1>>>, Input<3, 2>>();
}

TEST_CASE("SoftmaxOver of numbers far from zero, each place with a largest of its own") {
    const float x[]{1000, -1000, 1000, -1000, 0, 0};
    float y[6];
    INLAY_ABI::kernel::softmax_across(x, y, 3, 2);
    const float wanted[]{0.5f, 0, 0.5f, 0, 0, 1};
    for (int k = 0; k < 6; ++k) CHECK(y[k] == wanted[k]);
}

TEST_CASE("SoftmaxOver, Keras's numbers") { keras::layers::softmax_over(); }

#endif
