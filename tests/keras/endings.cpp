// SPDX-License-Identifier: MIT
// What happens at the end of a step beside the optimizer: our steps against Keras's.
#include "endings.hpp"

#include "follow.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

using namespace inlay;

namespace {

using Small = Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten,
                         Dense<4, Softmax>>;
using Penalized =
    Sequential<Conv2D<5, 3, 3, ReLU, KernelRegularizer<L2<0.01>>>, BatchNorm<>,
               Conv2D<3, 2, 3, KernelRegularizer<L1<0.02>>, BiasRegularizer<L2<0.1>>>, LayerNorm<>,
               Flatten,
               Dense<4, Softmax, BiasRegularizer<L1<0.05>>, KernelRegularizer<L1L2<0.01, 0.03>>>>;
using Constrained = Sequential<
    Conv2D<5, 3, 3, ReLU, KernelConstraint<MaxNorm<0.8>>, BiasConstraint<NonNeg>>,
    Conv2D<3, 2, 3, KernelConstraint<MaxNorm<1, 0, 1, 2>>>, Flatten,
    Dense<4, Softmax, KernelConstraint<MinMaxNorm<0.5, 1, 0.25, 1>>, BiasConstraint<UnitNorm<>>>>;
using Wide =
    Sequential<Dense<257, Tanh, KernelRegularizer<L2<0.001>>, KernelConstraint<MaxNorm<0.5>>>,
               Dense<3, Softmax>>;

template <class Net = Small, class Optimizer>
void follow(const keras::NetCase& expected, const Optimizer& optimizer, bool finalize = false) {
    keras::follow<Net, Input<7, 6, 2>>(expected, optimizer, 3e-6, finalize);
}

}  // namespace

TEST_CASE("gradients are clipped as Keras clips them") {
    CHECK(std::size(keras::endings_cases) == 14);
    follow(keras::clipnorm, SGD{.learning_rate = 0.05, .momentum = 0.9, .clipnorm = 0.2});
    follow(keras::clipvalue, Adam{.learning_rate = 0.01, .epsilon = 0.01, .clipvalue = 0.02});
    follow(keras::global_clipnorm, SGD{.learning_rate = 0.1, .global_clipnorm = 0.3});
}

TEST_CASE("weights decay as in Keras") {
    follow(keras::weight_decay, Adam{.learning_rate = 0.005, .epsilon = 0.01, .weight_decay = 0.5});
    follow(keras::lamb_weight_decay,
           Lamb{.learning_rate = 0.01, .weight_decay = 0.5, .clipvalue = 0.05});
}

TEST_CASE("averages of the weights are Keras's") {
    follow(keras::ema,
           Adam{.learning_rate = 0.005, .epsilon = 0.01, .use_ema = true, .ema_momentum = 0.8},
           true);
    follow(keras::ema_overwrite, SGD{.learning_rate = 0.1,
                                     .use_ema = true,
                                     .ema_momentum = 0.7,
                                     .ema_overwrite_frequency = 2});
}

TEST_CASE("gradients of several steps are one gradient, as in Keras") {
    follow(keras::accumulation,
           Adam{.learning_rate = 0.01, .epsilon = 0.01, .gradient_accumulation_steps = 3});
    follow(keras::together, Adam{.learning_rate = 0.01,
                                 .epsilon = 0.01,
                                 .amsgrad = true,
                                 .weight_decay = 0.1,
                                 .global_clipnorm = 0.2,
                                 .gradient_accumulation_steps = 2});
}

TEST_CASE("penalties and constraints are Keras's") {
    follow<Penalized>(keras::penalties, SGD{.learning_rate = 0.1, .clipnorm = 0.5});
    follow<Constrained>(keras::constraints, SGD{.learning_rate = 0.1});
}

TEST_CASE("all of it with layers whose gradient is made part by part") {
    keras::follow<Wide, Input<256>>(keras::wide,
                                    Adam{.learning_rate = 0.002,
                                         .epsilon = 0.001,
                                         .weight_decay = 0.1,
                                         .global_clipnorm = 0.5,
                                         .gradient_accumulation_steps = 2},
                                    3e-6);
    keras::follow<Wide, Input<256>>(keras::wide_by_parts,
                                    SGD{.learning_rate = 0.1,
                                        .weight_decay = 0.1,
                                        .clipvalue = 0.01,
                                        .use_ema = true,
                                        .ema_momentum = 0.5,
                                        .ema_overwrite_frequency = 2},
                                    3e-6);
}
