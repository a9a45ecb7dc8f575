// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv1d_transpose.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv1d_transpose() {
    using namespace inlay;
    Comparison keras("conv1d_transpose");
    keras.compare<Conv1DTranspose<3, 3, Strides<2>, OutputPadding<1>>, Input<7, 2>>(
        "conv1dtranspose_3_3_strides_2_output_padding_1_on_7x2");
    keras.compare<Conv1DTranspose<2, 1, Same, Strides<3>>, Input<5, 4>>(
        "conv1dtranspose_2_1_same_strides_3_on_5x4");
}

}  // namespace keras::layers
