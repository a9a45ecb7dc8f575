// SPDX-License-Identifier: MIT
// Add: the sum of branches that read the same input.
#ifndef NAIVE_ADD
#define NAIVE_ADD

#include "naive.hpp"

#include <numeric>
#include <vector>

namespace naive {

template <class... Branches>
Batch forward(Of<Add<Branches...>>, const Batch& x, Run& run) {
    return each_of(branches<Branches...>(x, run), [](const std::vector<double>& v) {
        return std::accumulate(v.begin(), v.end(), 0.0);
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/gelu.cpp"
#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/add.hpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv1d.cpp"
#include "conv2d.cpp"
#include "conv3d.cpp"
#include "cropping2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "global_average_pool1d.cpp"
#include "identity.cpp"
#include "layer_norm.cpp"
#include "masking.cpp"
#include "max_pool.cpp"
#include "prelu.cpp"
#include "zero_padding2d.cpp"

using namespace inlay;

TEST_CASE("Add") {
    check::both<Add<Dense<5>, Dense<5, NoBias>>, Input<7>>();
    check::layer<Add<Identity, Identity, Identity>, Input<5>>();
    check::network<Sequential<Add<Dense<7>, Identity>, ReLU>, Input<7>>();
    check::network<Add<Conv2D<3, 3, 3, Same>, Sequential<>>, Input<5, 4, 3>>();
}

TEST_CASE("Add of several inputs") {
    check::join<Add, Input<3, 4, 2>, Input<3, 4, 2>>();
    check::join<Add, Input<7>, Input<7>, Input<7>>();
}

TEST_CASE("Add in small graphs") {
    check::graph<Add<Dense<3>, Sequential<Add<Dense<3, Tanh>, Identity>, Dense<3>>, Identity>,
                 Input<3>>();
    check::graph<Add<Conv2D<2, 3, 3, Same>, Sequential<Conv2D<2, 1>, BatchNorm<>>, Identity>,
                 Input<3, 4, 2>>();
}

// Sums in the epilogue of the step that makes one of the inputs last: see program/rewrite.cpp.

TEST_CASE("Add behind a convolution, by each algorithm") {
    using In = Input<7, 6, 3>;
    check::network<
        Sequential<Conv2D<5, 1>, Add<Conv2D<5, 3, 3, Same>, Identity>, Tanh, Conv2D<2, 3, 3>>,
        In>();
    check::network<
        Add<Sequential<Conv2D<4, 3, 3, Same, ReLU, Fast<2>>, Conv2D<3, 3, 3, Same, Fast<2>>>,
            Identity>,
        In>();
    check::network<Sequential<Conv2D<35, 1>, Add<Identity, Conv2D<35, 3, 3, Same, Fast<4>>>, Tanh>,
                   In>();
    check::network<Sequential<Add<Conv2D<17, 1, 1, Strides<2>, Same>,
                                  Conv2D<17, 3, 3, Strides<2>, Same, NoBias>>,
                              Tanh>,
                   In>();
    check::network<Add<Conv2D<3, 5, 5, Same, Dilation<2>, Groups<3>>, Identity>, In>();
    check::network<Sequential<Conv2D<6, 1>, Add<Conv2D<6, 3, 3, Same, Groups<2>>, Identity>, Tanh>,
                   In>();
    check::network<Add<Conv1D<5, 3, Causal>, Identity>, Input<9, 5>>();
    check::network<Sequential<Add<Conv3D<2, 2, 3, 2, Same>, Conv3D<2, 1>>, Tanh>,
                   Input<3, 4, 5, 2>>();
}

TEST_CASE("Add behind other layers that take it") {
    check::network<Sequential<Add<Sequential<Dense<9, Tanh>, Dense<5>>, Identity>, Tanh, Dense<2>>,
                   Input<5>>();
    check::network<Add<Sequential<Dense<33>, Dense<7>>, Identity>, Input<7>>();  // few outputs
    check::network<Add<Dense<19>, Sequential<Dense<300>, Dense<19>>>, Input<3>>();
    check::network<Sequential<Add<Dense<4>, Identity>, Tanh>, Input<3, 5, 4>>();  // cell by cell
    check::network<Sequential<Dense<5>, Add<BatchNorm<>, Identity>, Tanh>, Input<3>>();
    check::network<Sequential<Conv2D<3, 1>, Add<LayerNorm<>, Identity>, Conv2D<2, 3, 3, Same>>,
                   Input<4, 5, 2>>();
    // Of so many weights that the gradient is made once for the batch.
    check::network<
        Sequential<Add<Sequential<Dense<260, Tanh>, Dense<260>>, Identity>, Tanh, Dense<2>>,
        Input<260>>();
}

TEST_CASE("Add in residual blocks, one behind the other") {
    using C = Conv2D<3, 3, 3, Same>;
    using Block = Sequential<Add<Sequential<C, Tanh, C>, Identity>, Tanh>;
    using Normalized =
        Sequential<Add<Sequential<C, BatchNorm<>, Tanh, C, BatchNorm<>>, Identity>, Tanh>;
    using Down = Sequential<Add<Sequential<Conv2D<4, 3, 3, Same, Strides<2>>, BatchNorm<>>,
                                Conv2D<4, 1, 1, Same, Strides<2>>>,
                            Tanh>;
    check::network<Sequential<C, Block, Block, Block, Flatten, Dense<2>>, Input<5, 4, 2>>();
    check::network<Sequential<Normalized, Normalized, Down, Conv2D<2, 2>>, Input<5, 6, 3>>();
    // The gradient of the shortcut has another part before the sum's.
    using Inner = Sequential<Add<Sequential<C, Tanh, C>, Identity>, Tanh>;
    check::network<Sequential<C, Add<Inner, C>, Tanh>, Input<4, 5, 2>>();
    check::network<Sequential<C, Add<Add<C, Identity>, Sequential<C, Add<C, C>>>, Tanh>,
                   Input<4, 5, 2>>();
}

TEST_CASE("Add of views, into views, and of one value twice") {
    using C = Conv2D<3, 3, 3, Same>;
    check::network<Sequential<C, Concat<Add<C, Identity>, Identity>, Tanh, C>, Input<4, 5, 2>>();
    check::network<Sequential<C, Concat<Identity, Add<Sequential<C, Tanh, C>, Identity>, C>, C>,
                   Input<4, 5, 2>>();
    check::network<Sequential<C, Add<Conv2D<3, 3>, Cropping2D<1>>, Tanh>, Input<6, 5, 2>>();
    check::network<Sequential<C, Add<Conv2D<3, 2, 2>, Cropping2D<1, 0, 0, 1>>, C>,
                   Input<6, 5, 2>>();
    check::network<Add<Sequential<C, ZeroPadding2D<1>>, Conv2D<3, 1>, Conv2D<1, 1>>,
                   Input<1, 1, 2>>();
    check::network<Sequential<Concat<C, C>, Add<Conv2D<6, 3, 3, Same>, Identity>>,
                   Input<4, 3, 2>>();
    check::network<Sequential<C, Add<Identity, Identity>, Tanh>, Input<3, 4, 2>>();
    check::network<Sequential<C, Add<C, Conv2D<1, 1>>, Tanh>, Input<3, 4, 2>>();
    check::network<Sequential<Add<C, Identity>, MaxPool<2>, Flatten, Dense<2>>, Input<6, 5, 3>>();
}

TEST_CASE("Add with an activation that reads its input, or has weights") {
    using C = Conv2D<3, 3, 3, Same>;
    check::network<Sequential<C, Add<Sequential<C, GELU, C>, Identity>, GELU, C>, Input<4, 5, 2>>();
    check::network<Sequential<C, Add<Identity, C>, PReLU<SharedAxes<1, 2>>, C>, Input<4, 5, 2>>();
    check::network<
        Sequential<C, Add<Sequential<C, BatchNorm<>>, Identity>, PReLU<>, Flatten, Dense<2>>,
        Input<4, 3, 2>>();
    check::network<Sequential<Dense<5>, Add<Tanh, Identity>, GELUTanh, Dense<3>>, Input<4>>();
}

TEST_CASE("Add beside a mask") {
    check::network<Sequential<Masking<0>, Add<Dense<3>, Identity>, GlobalAveragePool1D>,
                   Input<5, 3>>();
}

TEST_CASE("Add, Keras's numbers") { keras::layers::add(); }

#endif
