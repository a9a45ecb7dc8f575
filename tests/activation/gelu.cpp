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

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/gelu.hpp"
#include "../keras/layers/gelu_tanh.hpp"
#include "../layer/add.cpp"
#include "../layer/batch_norm.cpp"
#include "../layer/check.hpp"
#include "../layer/concat.cpp"
#include "../layer/conv1d.cpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"
#include "../layer/flatten.cpp"
#include "../layer/identity.cpp"
#include "../layer/layer_norm.cpp"
#include "../layer/max_pool.cpp"

using namespace inlay;

TEST_CASE("GELU and GELUTanh") {
    check::both<GELU, Input<5, 4, 3>>();
    check::layer<GELUTanh, Input<17>>();
    check::layer<Dense<5, GELU>, Input<3>>();
    check::layer<Conv2D<3, 3, 3, GELUTanh, Same>, Input<4, 3, 2>>();
    check::network<Sequential<Dense<6>, GELU, Dense<3, GELUTanh>, Dense<2>>, Input<4>>();
    check::network<Sequential<Conv2D<4, 3, 3, GELU, Same>, MaxPool<2>, Flatten, Dense<3>>,
                   Input<4, 6, 1>>();
}

TEST_CASE("GELU in the epilogue of the layer before it, which keeps its input") {
    check::network<Sequential<Conv2D<5, 3, 3, Same, GELU, Fast<2>>, Conv2D<2, 3, 3, Same>>,
                   Input<5, 6, 3>>();
    check::network<Sequential<Conv2D<35, 3, 3, GELU, Fast<4>>, Conv2D<2, 2, 2, Same>>,
                   Input<7, 6, 2>>();
    check::network<Sequential<Conv2D<6, 3, 3, Groups<3>, Same, GELU>, Conv2D<2, 1>>,
                   Input<4, 5, 3>>();
    check::network<Sequential<Conv1D<3, 2, Causal, GELUTanh>, Flatten, Dense<2>>, Input<5, 2>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same>, BatchNorm<>, GELU, Conv2D<2, 3, 3, Same>>,
                   Input<4, 5, 2>>();
    check::network<Sequential<Conv2D<3, 1>, LayerNorm<>, GELU, Dense<3, GELU>, Conv2D<2, 3, 3>>,
                   Input<4, 5, 2>>();
    check::network<
        Sequential<Conv2D<3, 1>, Concat<Conv2D<2, 3, 3, Same, GELU>, Sequential<BatchNorm<>, GELU>>,
                   Conv2D<2, 3, 3, Same>>,
        Input<4, 5, 2>>();
    check::network<Sequential<Dense<40, GELU>, Dense<5>, GELU, Dense<2>>, Input<9>>();
    check::network<Sequential<Dense<260, GELU>, Dense<3, GELU>>, Input<260>>();  // by parts
    check::network<Sequential<Dense<4>, Add<GELU, Identity>, Dense<2>>, Input<3>>();
}

TEST_CASE("GELU, Keras's numbers") {
    keras::layers::gelu();
    keras::layers::gelu_tanh();
}

#endif
