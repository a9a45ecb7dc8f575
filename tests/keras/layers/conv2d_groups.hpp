// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv2d_groups.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv2d_groups() {
    using namespace inlay;
    Comparison keras("conv2d_groups");
    keras.compare<Conv2D<4, 3, 3, Groups<2>>, Input<7, 6, 6>>("conv2d_4_3_3_groups_2_on_7x6x6");
    keras.compare<Conv2D<6, 3, 3, Same, Groups<2>>,
        Input<7, 6, 2>>("conv2d_6_3_3_same_groups_2_on_7x6x2");
    keras.compare<Conv2D<9, 3, 3, Groups<3>>, Input<5, 7, 6>>("conv2d_9_3_3_groups_3_on_5x7x6");
    keras.compare<Conv2D<3, 3, 3, Same, Groups<3>, NoBias>,
        Input<5, 7, 9>>("conv2d_3_3_3_same_groups_3_no_bias_on_5x7x9");
    keras.compare<Conv2D<15, 3, 3, ReLU, Same, Strides<2>, Groups<3>>,
        Input<8, 7, 3>>("conv2d_15_3_3_relu_same_strides_2_groups_3_on_8x7x3");
    keras.compare<Conv2D<6, 3, 2, Same, Dilation<2>, Groups<2>>,
        Input<7, 6, 4>>("conv2d_6_3_2_same_dilation_2_groups_2_on_7x6x4");
}

}  // namespace keras::layers
