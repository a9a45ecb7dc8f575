// SPDX-License-Identifier: MIT
#pragma once
// The cases of zero_padding2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void zero_padding2d() {
    using namespace inlay;
    Comparison keras("zero_padding2d");
    keras.compare<ZeroPadding2D<1>, Input<3, 4, 5>>("zero_padding2d_1_on_3x4x5");
    keras.compare<ZeroPadding2D<1, 2>, Input<3, 4, 5>>("zero_padding2d_1_2_on_3x4x5");
    keras.compare<ZeroPadding2D<0, 1, 3, 2>, Input<3, 4, 5>>("zero_padding2d_0_1_3_2_on_3x4x5");
    keras.compare<Sequential<Conv2D<4, 3, 3>, ZeroPadding2D<2, 0, 1, 3>, Conv2D<3, 3, 3, Same>>,
        Input<5, 6, 3>>("zero_padding2d_between_convolutions");
}

}  // namespace keras::layers
