// SPDX-License-Identifier: MIT
#pragma once
// The cases of up_sampling3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void up_sampling3d() {
    using namespace inlay;
    Comparison keras("up_sampling3d");
    keras.compare<UpSampling3D<2, 1, 3>, Input<2, 3, 1, 5>>("up_sampling3d_2_1_3_on_2x3x1x5");
}

}  // namespace keras::layers
