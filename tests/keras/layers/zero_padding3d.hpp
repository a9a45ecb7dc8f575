// SPDX-License-Identifier: MIT
#pragma once
// The cases of zero_padding3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void zero_padding3d() {
    using namespace inlay;
    Comparison keras("zero_padding3d");
    keras.compare<ZeroPadding3D<1>, Input<3, 4, 5, 2>>("zero_padding3d_1_on_3x4x5x2");
    keras.compare<ZeroPadding3D<0, 1, 2>, Input<3, 4, 5, 2>>("zero_padding3d_0_1_2_on_3x4x5x2");
    keras.compare<ZeroPadding3D<0, 1, 2, 0, 1, 3>,
        Input<3, 4, 5, 2>>("zero_padding3d_0_1_2_0_1_3_on_3x4x5x2");
}

}  // namespace keras::layers
