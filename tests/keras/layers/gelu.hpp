// SPDX-License-Identifier: MIT
#pragma once
// The cases of gelu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void gelu() {
    using namespace inlay;
    Comparison keras("gelu");
    keras.compare<GELU, Input<19>>("gelu_on_19");
    keras.compare<GELU, Input<3, 5, 7>>("gelu_on_3x5x7");
    keras.compare<GELU, Input<19>>("gelu_far_from_zero");
    keras.compare<Dense<5, GELU>, Input<7>>("dense_5_gelu_on_7");
    keras.compare<Conv2D<4, 3, 3, GELU, Same>, Input<5, 6, 3>>("conv2d_4_3_3_gelu_same_on_5x6x3");
}

}  // namespace keras::layers
