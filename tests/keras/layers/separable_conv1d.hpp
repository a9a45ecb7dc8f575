// SPDX-License-Identifier: MIT
#pragma once
// The cases of separable_conv1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void separable_conv1d() {
    using namespace inlay;
    Comparison keras("separable_conv1d");
    keras.compare<SeparableConv1D<5, 3>, Input<11, 3>>("separable_conv1d_5_3_on_11x3");
    keras.compare<SeparableConv1D<6, 4, Same, Strides<2>, DepthMultiplier<2>, ReLU>,
        Input<10, 5>>("separable_conv1d_6_4_same_strides_2_depth_multiplier_2_relu_on_10x5");
}

}  // namespace keras::layers
