// SPDX-License-Identifier: MIT
// GELU: y = x P(X <= x), and its form by a hyperbolic tangent.
#ifndef NAIVE_GELU
#define NAIVE_GELU

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

inline Batch forward(Of<GELU>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v * 0.5 * std::erfc(-v * std::sqrt(0.5)); });
}

inline Batch forward(Of<GELUTanh>, const Batch& x, Run& run) {
    run.smooth = true;
    const double root = std::sqrt(2 / std::acos(-1.0));
    return each(
        x, [&](double v) { return 0.5 * v * (1 + std::tanh(root * (v + 0.044715 * v * v * v))); });
}

}  // namespace naive

#if __INCLUDE_LEVEL__ == 0

#include "../keras/layers/gelu.hpp"
#include "../keras/layers/gelu_tanh.hpp"
#include "../layer/check.hpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"
#include "../layer/flatten.cpp"
#include "../layer/max_pool.cpp"

using namespace inlay;

TEST_CASE("GELU and GELUTanh") {
    check::layer<GELU, Input<5, 4, 3>>();
    check::layer<GELUTanh, Input<17>>();
    check::layer<Dense<5, GELU>, Input<3>>();
    check::layer<Conv2D<3, 3, 3, GELUTanh, Same>, Input<4, 3, 2>>();
    check::network<Sequential<Dense<6>, GELU, Dense<3, GELUTanh>, Dense<2>>, Input<4>>();
    check::network<Sequential<Conv2D<4, 3, 3, GELU, Same>, MaxPool<2>, Flatten, Dense<3>>,
                   Input<4, 6, 1>>();
}

TEST_CASE("GELU, Keras's numbers") {
    keras::layers::gelu();
    keras::layers::gelu_tanh();
}

#endif
#endif
