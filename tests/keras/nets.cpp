// SPDX-License-Identifier: MIT
// Whole networks in training: our steps against Keras's.
#include "nets.hpp"

#include "follow.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

using namespace inlay;
using keras::follow;

namespace {

template <int Filters, int Stride>
using Body = Sequential<Conv2D<Filters, 3, 3, Same, Strides<Stride>>, BatchNorm<>, ReLU,
                        Conv2D<Filters, 3, 3, Same>, BatchNorm<>>;
template <int Filters>
using Down = Add<Body<Filters, 2>, Conv2D<Filters, 1, 1, Same, Strides<2>>>;

using Mission = Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>;
using ResNet8 =
    Sequential<Conv2D<16, 3, 3, Same>, BatchNorm<>, ReLU, Add<Body<16, 1>, Identity>, ReLU,
               Down<32>, ReLU, Down<64>, ReLU, AveragePool<8>, Flatten, Dense<10, Softmax>>;
using TwoBranches =
    Sequential<Conv2D<4, 3, 3, ReLU, Same>,
               Concat<Conv2D<3, 1, 1, ReLU>,
                      Sequential<Conv2D<5, 3, 3, ReLU, Same>, MaxPool<3, 3, Same, Strides<1>>>>,
               GlobalAveragePool, Dense<4, Softmax>>;
using Transformer =
    Sequential<Dense<12>,
               Add<Identity, Sequential<LayerNorm<>, MultiHeadAttention<3, 4, CausalMask>>>,
               Add<Identity, Sequential<LayerNorm<>, Dense<17, ReLU>, Dense<12>>>, LayerNorm<>,
               GlobalAveragePool1D, Dense<4, Softmax>>;
using Mlp = Sequential<Dense<17, ReLU>, Dense<11, Tanh>, Dense<5, Softmax>>;

}  // namespace

TEST_CASE("whole networks train as Keras trains them") {
    CHECK(std::size(keras::nets_cases) == 5);
    follow<Mission, Input<28, 28, 1>>(keras::mission, SGD{.learning_rate = 0.05f}, 2e-6);
    follow<TwoBranches, Input<9, 7, 3>>(keras::two_branches,
                                        SGD{.learning_rate = 0.1f, .momentum = 0.9f}, 2e-6);
    follow<Mlp, Input<13>>(keras::mlp, Adam{.learning_rate = 0.01f}, 2e-6);
    follow<Transformer, Input<7, 5>>(keras::transformer,
                                     Adam{.learning_rate = 0.01f, .epsilon = 0.01f}, 2e-6);
}

// Of its million sums in front of a ReLU one lies so near to zero that single precision turns its
// sign, and some weight gradients with it: weights are compared in double, losses in both.
TEST_CASE("a residual network with batch normalization trains as Keras trains it") {
    const SGD optimizer{.learning_rate = 0.01f};
    follow<ResNet8, Input<32, 32, 3>, double>(keras::resnet8, optimizer, 2e-7);

    Model<ResNet8, Input<32, 32, 3>> model;
    auto trainer = model.compile(optimizer, SparseCategoricalCrossentropy{}, Accuracy{});
    keras::train(model, trainer, keras::resnet8, 2e-6);
}
