// SPDX-License-Identifier: MIT
#include "check.hpp"

using namespace inlay;

TEST_CASE("MaxPool1D") {
    check::layer<MaxPool1D<2>, Input<7, 3>>();
    check::layer<MaxPool1D<3, Strides<2>, Same>, Input<8, 2>>();
    check::layer<MaxPool1D<2, Strides<1>>, Input<5, 17>>();
    check::network<Sequential<Conv1D<4, 3, Same>, MaxPool1D<3>, Dense<2>>, Input<9, 2>>();
    static_assert(std::is_same_v<MaxPooling1D<3, 2>, MaxPool1D<3, Strides<2>>>);
}
