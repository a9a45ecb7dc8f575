// SPDX-License-Identifier: MIT
#pragma once
// The cases of add.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void add() {
    using namespace inlay;
    Comparison keras("add");
    keras.compare<Add<Conv2D<3, 3, 3, Same>, Identity>, Input<6, 5, 3>>("add_identity");
    keras.compare<Sequential<Add<Sequential<Conv2D<5, 3, 3, ReLU, Same, Strides<2>>, Conv2D<5, 3, 3,
        Same>>, Conv2D<5, 1, 1, Strides<2>>>, ReLU>, Input<7, 6, 3>>("add_projection");
    keras.compare<Add<Part<0, 5, 7, 3>, Part<105, 5, 7, 3>>, Input<210>>("add_of_5x7x3_and_5x7x3");
    keras.compare<Add<Part<0, 9>, Part<9, 9>, Part<18, 9>>, Input<27>>("add_of_9_and_9_and_9");
}

}  // namespace keras::layers
