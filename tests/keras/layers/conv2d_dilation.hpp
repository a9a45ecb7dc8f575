// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv2d_dilation.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv2d_dilation() {
    using namespace inlay;
    Comparison keras("conv2d_dilation");
    keras.compare<Conv2D<5, 3, 3, Dilation<2>>, Input<9, 8, 3>>("conv2d_5_3_3_dilation_2_on_9x8x3");
    keras.compare<Conv2D<5, 3, 3, Same, Dilation<2>>,
        Input<9, 8, 3>>("conv2d_5_3_3_same_dilation_2_on_9x8x3");
    keras.compare<Conv2D<3, 2, 3, Dilation<2, 3>>,
        Input<7, 11, 5>>("conv2d_3_2_3_dilation_2_3_on_7x11x5");
    keras.compare<Conv2D<3, 2, 3, Same, Dilation<2, 3>, NoBias>,
        Input<7, 6, 5>>("conv2d_3_2_3_same_dilation_2_3_no_bias_on_7x6x5");
    keras.compare<Conv2D<3, 3, 3, Same, Dilation<3>>,
        Input<4, 5, 1>>("conv2d_3_3_3_same_dilation_3_on_4x5x1");
}

}  // namespace keras::layers
