// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv2d() {
    using namespace inlay;
    Comparison keras("conv2d");
    keras.compare<Conv2D<5, 1, 1>, Input<5, 4, 3>>("conv2d_5_1_1_on_5x4x3");
    keras.compare<Conv2D<4, 1, 1, Strides<2>>, Input<6, 5, 3>>("conv2d_4_1_1_strides_2_on_6x5x3");
    keras.compare<Conv2D<3, 1, 1, Same, Strides<3>>,
        Input<7, 6, 5>>("conv2d_3_1_1_same_strides_3_on_7x6x5");
    keras.compare<Conv2D<5, 2, 2>, Input<5, 6, 3>>("conv2d_5_2_2_on_5x6x3");
    keras.compare<Conv2D<3, 2, 2, Same>, Input<5, 6, 1>>("conv2d_3_2_2_same_on_5x6x1");
    keras.compare<Conv2D<5, 2, 2, Same, Strides<2>>,
        Input<7, 6, 3>>("conv2d_5_2_2_same_strides_2_on_7x6x3");
    keras.compare<Conv2D<5, 3, 3>, Input<7, 6, 1>>("conv2d_5_3_3_on_7x6x1");
    keras.compare<Conv2D<17, 3, 3, Same>, Input<7, 6, 5>>("conv2d_17_3_3_same_on_7x6x5");
    keras.compare<Conv2D<17, 3, 3, Same>, Input<6, 5, 17>>("conv2d_17_3_3_same_on_6x5x17");
    keras.compare<Conv2D<5, 3, 3, Same, Strides<2>>,
        Input<8, 6, 3>>("conv2d_5_3_3_same_strides_2_on_8x6x3");
    keras.compare<Conv2D<3, 3, 3, Same, Strides<2>>,
        Input<7, 9, 5>>("conv2d_3_3_3_same_strides_2_on_7x9x5");
    keras.compare<Conv2D<5, 3, 3, Same, Strides<2, 1>>,
        Input<8, 7, 3>>("conv2d_5_3_3_same_strides_2_1_on_8x7x3");
    keras.compare<Conv2D<5, 3, 3, Strides<2, 1>>,
        Input<9, 6, 17>>("conv2d_5_3_3_strides_2_1_on_9x6x17");
    keras.compare<Conv2D<3, 5, 5>, Input<9, 8, 1>>("conv2d_3_5_5_on_9x8x1");
    keras.compare<Conv2D<5, 5, 5, Strides<3>>, Input<11, 9, 3>>("conv2d_5_5_5_strides_3_on_11x9x3");
    keras.compare<Conv2D<17, 5, 5, Same, Strides<3>>,
        Input<11, 8, 1>>("conv2d_17_5_5_same_strides_3_on_11x8x1");
    keras.compare<Conv2D<3, 5, 5, Same>, Input<4, 3, 5>>("conv2d_3_5_5_same_on_4x3x5");
    keras.compare<Conv2D<5, 3, 2, Same, Strides<1, 2>>,
        Input<6, 7, 3>>("conv2d_5_3_2_same_strides_1_2_on_6x7x3");
    keras.compare<Conv2D<9, 3, 3, ReLU, Same, Strides<2>, NoBias>,
        Input<6, 7, 3>>("conv2d_9_3_3_relu_same_strides_2_no_bias_on_6x7x3");
}

}  // namespace keras::layers
