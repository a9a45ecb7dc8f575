// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv3d() {
    using namespace inlay;
    Comparison keras("conv3d");
    keras.compare<Conv3D<3, 2, 2, 2>, Input<4, 5, 3, 2>>("conv3d_3_2_2_2_on_4x5x3x2");
    keras.compare<Conv3D<3, 3, 3, 3, Same>, Input<4, 5, 3, 2>>("conv3d_3_3_3_3_same_on_4x5x3x2");
    keras.compare<Conv3D<5, 3, 2, 1, Strides<2, 1, 3>>,
        Input<7, 4, 5, 3>>("conv3d_5_3_2_1_strides_2_1_3_on_7x4x5x3");
    keras.compare<Conv3D<5, 2, 3, 3, Same, Strides<2>, ReLU, NoBias>,
        Input<5, 7, 4, 3>>("conv3d_5_2_3_3_same_strides_2_relu_no_bias_on_5x7x4x3");
    keras.compare<Conv3D<2, 1, 1, 1>, Input<2, 3, 3, 5>>("conv3d_2_1_1_1_on_2x3x3x5");
}

}  // namespace keras::layers
