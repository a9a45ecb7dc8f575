// SPDX-License-Identifier: MIT
#pragma once
// The cases of reflect_padding2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void reflect_padding2d() {
    using namespace inlay;
    Comparison keras("reflect_padding2d");
    keras.compare<ReflectPadding2D<2>, Input<3, 4, 5>>("reflect_padding2d_2_on_3x4x5");
    keras.compare<ReflectPadding2D<0, 1, 3, 2>,
        Input<3, 4, 5>>("reflect_padding2d_0_1_3_2_on_3x4x5");
}

}  // namespace keras::layers
