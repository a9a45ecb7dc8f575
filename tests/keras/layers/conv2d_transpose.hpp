// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv2d_transpose.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv2d_transpose() {
    using namespace inlay;
    Comparison keras("conv2d_transpose");
    keras.compare<Conv2DTranspose<5, 3, 3, Same, Strides<2>, ReLU>, Input<9, 8, 3>>(
        "conv2dtranspose_5_3_3_same_strides_2_relu_on_9x8x3");
    keras.compare<Conv2DTranspose<3, 2, 4, Strides<3, 2>, NoBias>, Input<3, 4, 5>>(
        "conv2dtranspose_3_2_4_strides_3_2_no_bias_on_3x4x5");
    keras.compare<Conv2DTranspose<3, 4, 5, Same, Strides<3, 2>, OutputPadding<2, 1>>,
                  Input<4, 3, 2>>(
        "conv2dtranspose_3_4_5_same_strides_3_2_output_padding_2_1_on_4x3x2");
}

}  // namespace keras::layers
