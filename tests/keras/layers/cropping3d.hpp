// SPDX-License-Identifier: MIT
#pragma once
// The cases of cropping3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void cropping3d() {
    using namespace inlay;
    Comparison keras("cropping3d");
    keras.compare<Cropping3D<1>, Input<3, 4, 5, 2>>("cropping3d_1_on_3x4x5x2");
    keras.compare<Cropping3D<0, 1, 2>, Input<3, 4, 5, 2>>("cropping3d_0_1_2_on_3x4x5x2");
    keras.compare<Cropping3D<0, 1, 2, 0, 1, 3>,
        Input<3, 4, 5, 2>>("cropping3d_0_1_2_0_1_3_on_3x4x5x2");
}

}  // namespace keras::layers
