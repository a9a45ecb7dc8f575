// SPDX-License-Identifier: MIT
#pragma once
// The cases of max_pool3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void max_pool3d() {
    using namespace inlay;
    Comparison keras("max_pool3d");
    keras.compare<MaxPool3D<2>, Input<5, 4, 6, 3>>("max_pool3d_2_on_5x4x6x3");
    keras.compare<MaxPool3D<2, 1, 3, Same, Strides<2, 1, 3>>,
        Input<5, 3, 4, 2>>("max_pool3d_2_1_3_same_strides_2_1_3_on_5x3x4x2");
    keras.compare<MaxPool3D<1, 2, 1, Strides<1, 3, 2>>,
        Input<2, 5, 4, 3>>("max_pool3d_1_2_1_strides_1_3_2_on_2x5x4x3");
}

}  // namespace keras::layers
