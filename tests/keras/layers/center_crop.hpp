// SPDX-License-Identifier: MIT
#pragma once
// The cases of center_crop.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void center_crop() {
    using namespace inlay;
    Comparison keras("center_crop");
    keras.compare<CenterCrop<3, 2>, Input<6, 5, 3>>("center_crop_3_2_on_6x5x3");
    keras.compare<CenterCrop<4, 5>, Input<7, 5, 2>>("center_crop_4_5_on_7x5x2");
}

}  // namespace keras::layers
