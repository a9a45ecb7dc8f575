// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv3d_transpose.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv3d_transpose() {
    using namespace inlay;
    Comparison keras("conv3d_transpose");
    keras.compare<Conv3DTranspose<2, 2, 3, 4, Same, Strides<2>>, Input<3, 2, 4, 3>>(
        "conv3dtranspose_2_2_3_4_same_strides_2_on_3x2x4x3");
    keras.compare<Conv3DTranspose<3, 2, 1, 2>, Input<2, 5, 3, 2>>(
        "conv3dtranspose_3_2_1_2_on_2x5x3x2");
}

}  // namespace keras::layers
