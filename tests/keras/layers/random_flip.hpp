// SPDX-License-Identifier: MIT
#pragma once
// The cases of random_flip.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void random_flip() {
    using namespace inlay;
    Comparison keras("random_flip");
    keras.compare<RandomFlip<Horizontal>, Input<3, 4, 2>>("random_flip_horizontal_on_3x4x2");
}

}  // namespace keras::layers
