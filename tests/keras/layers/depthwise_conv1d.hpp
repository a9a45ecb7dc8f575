// SPDX-License-Identifier: MIT
#pragma once
// The cases of depthwise_conv1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void depthwise_conv1d() {
    using namespace inlay;
    Comparison keras("depthwise_conv1d");
    keras.compare<DepthwiseConv1D<3>, Input<11, 5>>("depthwise_conv1d_3_on_11x5");
    keras.compare<DepthwiseConv1D<4, Same, NoBias, ReLU>,
        Input<9, 3>>("depthwise_conv1d_4_same_no_bias_relu_on_9x3");
    keras.compare<DepthwiseConv1D<3, Same, Strides<2>>,
        Input<10, 5>>("depthwise_conv1d_3_same_strides_2_on_10x5");
    keras.compare<DepthwiseConv1D<3, Dilation<3>, DepthMultiplier<2>>,
        Input<13, 4>>("depthwise_conv1d_3_dilation_3_depth_multiplier_2_on_13x4");
}

}  // namespace keras::layers
