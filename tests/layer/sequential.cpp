// SPDX-License-Identifier: MIT
// Sequential: layers of layers, and the borders that their inputs share.
#include "../keras/layers/sequential.hpp"
#include "../activation/relu.cpp"
#include "../activation/sigmoid.cpp"
#include "../activation/softmax.cpp"
#include "../activation/tanh.cpp"
#include "add.cpp"
#include "average_pool.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "dropout.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "max_pool.cpp"
#include "rescaling.cpp"

using namespace inlay;

TEST_CASE("layers of layers") {
    check::network<Sequential<Dense<5, Tanh>, Sequential<Sequential<Dense<4>>, Sigmoid>, Dense<3>>,
                   Input<6>>();
    check::network<Add<Sequential<Add<Dense<4>, Identity>, Dense<4>>, Concat<Dense<1>, Dense<3>>>,
                   Input<4>>();
    check::network<Sequential<Conv2D<2, 3, 3, ReLU>, MaxPool<2>, Flatten, Dense<3, Softmax>>,
                   Input<6, 7, 1>>();
}

TEST_CASE("borders of zeros") {
    // One input, read with borders of different widths and by readers without.
    using C3 = Conv2D<2, 3, 3, Same>;
    check::network<Add<C3, Conv2D<2, 5, 2, Same>, Dense<2>>, Input<6, 5, 2>>();
    check::network<Concat<C3, Identity, AveragePool<3, 3, Strides<1>, Same>, ReLU>,
                   Input<5, 4, 2>>();
    check::network<Concat<Sequential<C3, Flatten>, Sequential<Dropout<0>, Flatten>>,
                   Input<3, 4, 2>>();
    // A value with a border, behind each kind of layer that makes one.
    check::network<Sequential<C3, BatchNorm<>, ReLU, Conv2D<2, 2, 2, Same>>, Input<4, 5, 2>>();
    check::network<Sequential<MaxPool<2>, Dropout<0>, Conv2D<3, 3, 3, Same, Strides<2>>>,
                   Input<7, 8, 2>>();
    check::network<Sequential<Softmax, Add<C3, BatchNorm<>>>, Input<4, 5, 2>>();
    check::network<Sequential<Concat<Tanh, Identity>, C3>, Input<3, 4, 1>>();
    check::network<Sequential<Rescaling<2>, Add<C3, MaxPool<3, 3, Strides<1>, Same>>>,
                   Input<4, 3, 2>>();
    check::network<Sequential<Add<Identity, AveragePool<1>>, C3>, Input<4, 3, 1>>();
}

TEST_CASE("Sequential, Keras's numbers") { keras::layers::sequential(); }
