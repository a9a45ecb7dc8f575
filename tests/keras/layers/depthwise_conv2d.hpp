// SPDX-License-Identifier: MIT
#pragma once
// The cases of depthwise_conv2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void depthwise_conv2d() {
    using namespace inlay;
    Comparison keras("depthwise_conv2d");
    keras.compare<DepthwiseConv2D<3, 3>, Input<7, 6, 5>>("depthwise_conv2d_3_3_on_7x6x5");
    keras.compare<DepthwiseConv2D<3, 3, Same>,
        Input<7, 9, 17>>("depthwise_conv2d_3_3_same_on_7x9x17");
    keras.compare<DepthwiseConv2D<3, 3, Same, Strides<2>, NoBias>,
        Input<8, 7, 3>>("depthwise_conv2d_3_3_same_strides_2_no_bias_on_8x7x3");
    keras.compare<DepthwiseConv2D<5, 3, Strides<2>, ReLU>,
        Input<9, 8, 5>>("depthwise_conv2d_5_3_strides_2_relu_on_9x8x5");
    keras.compare<DepthwiseConv2D<5, 5, Same>,
        Input<4, 3, 2>>("depthwise_conv2d_5_5_same_on_4x3x2");
    keras.compare<DepthwiseConv2D<3, 3, Dilation<2>>,
        Input<9, 8, 3>>("depthwise_conv2d_3_3_dilation_2_on_9x8x3");
    keras.compare<DepthwiseConv2D<2, 3, Same, Dilation<2, 3>>,
        Input<7, 11, 5>>("depthwise_conv2d_2_3_same_dilation_2_3_on_7x11x5");
    keras.compare<DepthwiseConv2D<3, 3, Dilation<2>, Strides<2>>,
        Input<9, 10, 3>>("depthwise_conv2d_3_3_dilation_2_strides_2_on_9x10x3");
    keras.compare<DepthwiseConv2D<3, 3, DepthMultiplier<2>>,
        Input<6, 7, 3>>("depthwise_conv2d_3_3_depth_multiplier_2_on_6x7x3");
    keras.compare<DepthwiseConv2D<3, 2, Same, DepthMultiplier<3>, Strides<2>, ReLU>,
        Input<7, 6, 2>>("depthwise_conv2d_3_2_same_depth_multiplier_3_strides_2_relu_on_7x6x2");
    keras.compare<DepthwiseConv2D<3, 3, Same, DepthMultiplier<5>, Dilation<2>>,
        Input<6, 5, 1>>("depthwise_conv2d_3_3_same_depth_multiplier_5_dilation_2_on_6x5x1");
}

}  // namespace keras::layers
