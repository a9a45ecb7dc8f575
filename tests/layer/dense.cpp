// SPDX-License-Identifier: MIT
// Dense: y[o] = b[o] + sum_i x[i] w[i, o] on the innermost axis.
#ifndef NAIVE_DENSE
#define NAIVE_DENSE

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int Units, class... Given>
Batch forward(Of<Dense<Units, Given...>>, const Batch& x, Run& run) {
    Batch y(x.shape.with_last(Units), x.count);
    const double* const kernel = run.take_weights(x.channels() * Units);
    const double* const bias = given<NoBias, Given...> ? nullptr : run.take_weights(Units);
    for (std::size_t r = 0; r < x.rows(); ++r) {
        for (std::size_t o = 0; o < Units; ++o) {
            double sum = bias ? bias[o] : 0;
            for (std::size_t i = 0; i < x.channels(); ++i)
                sum += x.row(r, i) * kernel[i * Units + o];
            y.row(r, o) = sum;
        }
    }
    ((y = activate(Of<Given>{}, y, run)), ...);
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/sigmoid.cpp"
#include "../keras/layers/dense.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("Dense") {
    check::both<Dense<1>, Input<1>>();
    check::layer<Dense<5>, Input<7>>();
    check::layer<Dense<17, NoBias>, Input<33>>();
    check::layer<Dense<3, KernelInit<HeNormal>>, Input<16>>();
    check::layer<Dense<3>, Input<5, 4>>();      // on the last axis of a sequence,
    check::layer<Dense<50>, Input<5, 6, 3>>();  // of an image
    check::layer<Dense<2, NoBias>, Input<2, 3, 2, 5>>();
}

TEST_CASE("Dense with one gradient for all slices") {
    check::both<Dense<250>, Input<300>>();
    check::network<Dense<257, NoBias, Sigmoid>, Input<256>>();
}

TEST_CASE("Dense, Keras's numbers") { keras::layers::dense(); }

#endif
