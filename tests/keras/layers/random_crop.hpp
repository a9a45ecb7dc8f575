// SPDX-License-Identifier: MIT
#pragma once
// The cases of random_crop.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void random_crop() {
    using namespace inlay;
    Comparison keras("random_crop");
    keras.compare<RandomCrop<3, 5>, Input<3, 5, 2>>("random_crop_3_5_on_3x5x2");
}

}  // namespace keras::layers
