// SPDX-License-Identifier: MIT
// Concat: the channels of branches that read the same input, side by side.
#ifndef NAIVE_CONCAT
#define NAIVE_CONCAT

#include "naive.hpp"

#include <cstddef>
#include <vector>

namespace naive {

template <class Branch>
void add_branch(Of<Branch>, const Batch& x, Run& run, std::vector<Batch>& to, int&) {
    to.push_back(forward(Of<Branch>{}, x, run));
}

/// An option among the branches.
template <int Number>
void add_branch(Of<inlay::Axis<Number>>, const Batch&, Run&, std::vector<Batch>&, int& axis) {
    axis = Number;
}

template <class... Given>
Batch forward(Of<Concat<Given...>>, const Batch& x, Run& run) {
    std::vector<Batch> inputs;
    int axis = -1;
    (add_branch(Of<Given>{}, x, run, inputs, axis), ...);
    Shape shape = inputs[0].shape;
    axis = axis < 0 ? shape.rank() + axis : axis - 1;
    for (std::size_t k = 1; k < inputs.size(); ++k) shape.extents[axis] += inputs[k].shape[axis];
    std::size_t before = x.count, behind = 1;
    for (int d = 0; d < axis; ++d) before *= shape[d];
    for (int d = axis + 1; d < shape.rank(); ++d) behind *= shape[d];
    Batch y(shape, x.count);
    auto to = y.values.begin();
    for (std::size_t r = 0; r < before; ++r)
        for (const Batch& branch : inputs) {
            const std::size_t length = branch.shape[axis] * behind;
            for (std::size_t k = 0; k < length; ++k) *to++ = branch.values[r * length + k];
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
#include "../keras/layers/concat_axis.hpp"
#include "add.cpp"
#include "average_pool.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "cropping2d.cpp"
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

TEST_CASE("Concat along other axes") {
    using C3 = Conv2D<3, 3, 3, Same, Tanh>;
    // Parts of rows and of columns, in borders and next to each other; and one that is copied.
    check::network<Sequential<C3, Concat<Conv2D<2, 2, 1>, Conv2D<2, 1>, Axis<1>>,
                              Concat<Axis<-2>, Conv2D<2, 1>, Conv2D<2, 3, 3, Same>, Identity>, C3>,
                   Input<3, 4, 2>>();
    // A join of joins, whose parts are cut and pooled.
    using Rows = Concat<Cropping2D<1, 0, 0, 0>, C3, Axis<1>>;
    check::network<Sequential<C3, Concat<Rows, Sequential<Rows, Tanh>>, MaxPool<2>, Conv2D<1, 1>>,
                   Input<3, 4, 2>>();
}

TEST_CASE("Concat, Keras's numbers") {
    keras::layers::concat();
    keras::layers::concat_axis();
}

#endif
