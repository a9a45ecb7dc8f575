// SPDX-License-Identifier: MIT
#pragma once
// The cases of gelu_tanh.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void gelu_tanh() {
    using namespace inlay;
    Comparison keras("gelu_tanh");
    keras.compare<GELUTanh, Input<19>>("gelu_tanh_on_19");
    keras.compare<GELUTanh, Input<3, 5, 7>>("gelu_tanh_on_3x5x7");
    keras.compare<GELUTanh, Input<19>>("gelu_tanh_far_from_zero");
    keras.compare<Dense<5, GELUTanh>, Input<7>>("dense_5_gelu_tanh_on_7");
    keras.compare<Conv2D<4, 3, 3, GELUTanh, Same>,
        Input<5, 6, 3>>("conv2d_4_3_3_gelu_tanh_same_on_5x6x3");
}

}  // namespace keras::layers
