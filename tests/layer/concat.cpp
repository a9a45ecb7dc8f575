// SPDX-License-Identifier: MIT
#include "check.hpp"

using namespace inlay;

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
