// SPDX-License-Identifier: MIT
#include "check.hpp"

using namespace inlay;

TEST_CASE("Conv1D") {
    check::layer<Conv1D<3, 3>, Input<7, 2>>();
    check::layer<Conv1D<17, 2, Same, NoBias, Tanh>, Input<6, 3>>();
    check::layer<Conv1D<4, 3, Causal>, Input<7, 2>>();
    check::layer<Conv1D<4, 3, Causal, Dilation<2>, ReLU>, Input<9, 2>>();
    check::layer<Conv1D<2, 4, Same, Strides<3>>, Input<11, 5>>();
    check::layer<Conv1D<2, 2, Causal, Strides<2>>, Input<7, 3>>();
    check::layer<Conv1D<6, 3, Dilation<3>, Groups<2>>, Input<13, 4>>();
    check::network<Sequential<Conv1D<4, 3, Causal, Tanh>, MaxPool1D<2>, Conv1D<3, 3, Same>,
                              GlobalAveragePool1D, Dense<2>>,
                   Input<11, 2>>();
    check::network<Sequential<Conv1D<4, 2>, Add<Conv1D<4, 3, Same>, Identity>,
                              Concat<Conv1D<2, 3, Causal>, Identity>, Dense<3>>,
                   Input<8, 3>>();
}
