// SPDX-License-Identifier: MIT
// Every layer, part 2: activations, as layers and as options. A new one needs one line here.
#include "check.hpp"

using namespace inlay;

TEST_CASE("activations as layers") {
    check::layer<Linear, Input<7>>();
    check::layer<ReLU, Input<19>>();
    check::layer<ReLU, Input<3, 5, 3>>();
    check::layer<Sigmoid, Input<5, 4>>();
    check::layer<Tanh, Input<3, 4, 5>>();
    check::layer<Softmax, Input<1>>();
    check::layer<Softmax, Input<9>>();
    check::layer<Softmax, Input<37>>();
    check::layer<Softmax, Input<3, 2, 5>>();
    check::layer<Activation<Tanh>, Input<6>>();
}

TEST_CASE("activations as options") {
    check::network<Dense<9, Linear>, Input<4>>();
    check::network<Dense<9, ReLU>, Input<13>>();
    check::network<Dense<10, Sigmoid>, Input<3>>();
    check::network<Dense<6, Tanh, NoBias>, Input<11>>();
    check::network<Dense<10, Softmax>, Input<12>>();
    check::network<Dense<3, ReLU>, Input<3, 5, 2>>();
    check::network<Dense<3, Softmax>, Input<2, 5, 4>>();  // a softmax for each pixel
    check::network<Conv2D<9, 2, 2, ReLU>, Input<4, 5, 3>>();
    check::network<Conv2D<3, 3, 3, Sigmoid, Same>, Input<5, 4, 2>>();
    check::network<Conv2D<4, 2, 3, Tanh, Strides<2>>, Input<5, 6, 3>>();
    check::network<Conv2D<5, 1, 1, Softmax>, Input<3, 3, 7>>();
    check::network<Conv2D<3, 2, 2, Activation<ReLU>>, Input<4, 3, 2>>();
}
