// SPDX-License-Identifier: MIT
// Concat: the channels of branches that read the same input, side by side.
#ifndef NAIVE_CONCAT
#define NAIVE_CONCAT

#include "naive.hpp"

#include <cstddef>
#include <vector>

namespace naive {

template <class... Branches>
Batch forward(Of<Concat<Branches...>>, const Batch& x, Run& run) {
    const std::vector<Batch> inputs = branches<Branches...>(x, run);
    std::size_t channels = 0;
    for (const Batch& branch : inputs) channels += branch.channels();
    Batch y(inputs[0].shape.with_last(channels), x.count);
    for (std::size_t r = 0; r < y.rows(); ++r) {
        std::size_t to = 0;
        for (const Batch& branch : inputs)
            for (std::size_t c = 0; c < branch.channels(); ++c) y.row(r, to++) = branch.row(r, c);
    }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/sigmoid.cpp"
#include "../activation/softmax.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/concat.hpp"
#include "add.cpp"
#include "average_pool.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "dropout.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "max_pool.cpp"

using namespace inlay;

TEST_CASE("Concat") {
    check::both<Concat<Dense<3>, Identity, Dense<17, Sigmoid>>, Input<5>>();
    check::layer<Concat<Dense<2>>, Input<3, 5>>();
    check::network<Concat<Conv2D<3, 1>, Conv2D<5, 3, 3, Same>, MaxPool<3, 3, Strides<1>, Same>>,
                   Input<5, 4, 2>>();
}

TEST_CASE("Concat of several inputs") {
    check::join<Concat, Input<3, 4, 2>, Input<3, 4, 1>, Input<3, 4, 3>>();
    check::join<Concat, Input<7>, Input<1>, Input<3>>();
}

TEST_CASE("Concat in small graphs") {
    check::graph<Sequential<Concat<Dense<2, Tanh>, Identity, Concat<Identity, Dense<1>>>, Dense<3>>,
                 Input<3>>();
    check::graph<Concat<Conv2D<2, 3, 3, Same>, Sequential<Conv2D<1, 1>, ReLU>, Identity>,
                 Input<3, 4, 2>>();
}

TEST_CASE("inputs of Concat lie in its output") {
    using C3 = Conv2D<2, 3, 3, Same, Tanh>;
    using Block = Concat<Identity, Sequential<BatchNorm<>, Tanh, Conv2D<3, 3, 3, Same>>>;
    check::network<Sequential<C3, Block, Block, Conv2D<2, 1>>, Input<4, 5, 2>>();
    check::network<Sequential<C3, Block, Block, MaxPool<2>, Flatten, Dense<3>>, Input<4, 5, 1>>();
    check::network<Sequential<C3,
                              Concat<C3, Sequential<Conv2D<17, 1>, C3>,
                                     Sequential<AveragePool<3, 3, Strides<1>, Same>, Dense<4>>,
                                     Identity, Dropout<0>>,
                              Conv2D<3, 5, 5, Same>>,
                   Input<4, 5, 2>>();
    check::network<Sequential<C3, Concat<Concat<C3, Conv2D<1, 1>>, Identity, Identity>, BatchNorm<>,
                              Sigmoid, AveragePool<2>>,
                   Input<6, 5, 2>>();
    check::network<Sequential<C3, Concat<Softmax, Sequential<Conv2D<4, 1, 1, Tanh>, Softmax>>,
                              Add<Conv2D<6, 3, 3, Same>, Identity>, Conv2D<1, 1>>,
                   Input<4, 3, 2>>();
    check::network<Sequential<Conv2D<16, 3, 3, Same, Fast<2>>,
                              Concat<Conv2D<16, 3, 3, Same, Fast<2>, Tanh>,
                                     Sequential<Conv2D<5, 3, 3, Same, Fast<4>>, ReLU>>,
                              Conv2D<3, 3, 3, Same, Fast<2>>>,
                   Input<5, 4, 2>>();
    check::network<Sequential<C3,
                              Concat<Sequential<Conv2D<4, 3, 3, Same, Tanh>, MaxPool<2>>,
                                     Sequential<Conv2D<5, 3, 3, Same, Fast<2>>, MaxPool<2>>>,
                              Conv2D<3, 3, 3, Same>>,
                   Input<4, 6, 2>>();
}

TEST_CASE("Concat, Keras's numbers") { keras::layers::concat(); }

#endif
