// SPDX-License-Identifier: MIT
#pragma once
// The cases of separable_conv2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void separable_conv2d() {
    using namespace inlay;
    Comparison keras("separable_conv2d");
    keras.compare<SeparableConv2D<5, 3, 3>, Input<7, 6, 4>>("separable_conv2d_5_3_3_on_7x6x4");
    keras.compare<SeparableConv2D<17, 3, 3, Same, Strides<2>, ReLU>,
        Input<8, 7, 3>>("separable_conv2d_17_3_3_same_strides_2_relu_on_8x7x3");
    keras.compare<SeparableConv2D<3, 5, 3, Same, NoBias, DepthMultiplier<2>>,
        Input<6, 7, 5>>("separable_conv2d_3_5_3_same_no_bias_depth_multiplier_2_on_6x7x5");
    keras.compare<SeparableConv2D<4, 3, 3, Dilation<2>, DepthMultiplier<3>>,
        Input<9, 8, 2>>("separable_conv2d_4_3_3_dilation_2_depth_multiplier_3_on_9x8x2");
}

}  // namespace keras::layers
