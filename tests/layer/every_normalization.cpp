// SPDX-License-Identifier: MIT
// Every layer, part 5: normalizations, folded into the layer before them and not. A new one needs
// one line here.
#include "check.hpp"

using namespace inlay;

TEST_CASE("BatchNorm") {
    check::layer<BatchNorm<>, Input<7>>();
    check::layer<BatchNorm<>, Input<5, 4, 3>>();
    check::layer<BatchNorm<NoScale, Epsilon<1e-2>>, Input<3, 3, 17>>();
    check::layer<BatchNorm<Momentum<0.5>>, Input<4, 5>>();
    check::layer<Sequential<BatchNorm<>, ReLU>, Input<3, 3, 5>>();
}

TEST_CASE("BatchNorm folded into the layer before it") {
    check::network<Sequential<Conv2D<5, 3, 3, Same, NoBias>, BatchNorm<>, ReLU>, Input<5, 4, 3>>();
    check::network<Sequential<Conv2D<3, 2>, BatchNorm<NoScale>>, Input<5, 4, 3>>();
    check::network<Sequential<Dense<9>, BatchNorm<>, Sigmoid>, Input<5>>();
    check::network<Sequential<Dense<3, NoBias>, BatchNorm<>>, Input<3, 3, 5>>();
}

TEST_CASE("BatchNorm not folded") {
    check::network<Sequential<Dense<9, Tanh>, BatchNorm<>>, Input<5>>();
    check::network<Sequential<MaxPool<2>, BatchNorm<>, ReLU>, Input<5, 4, 3>>();
    check::network<Sequential<Dense<5>, BatchNorm<>, BatchNorm<Momentum<0.9>>>, Input<4>>();
    check::network<Sequential<Dense<4>, Add<BatchNorm<>, Identity>>, Input<3>>();
}
