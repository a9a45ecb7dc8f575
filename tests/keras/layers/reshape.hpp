// SPDX-License-Identifier: MIT
#pragma once
// The cases of reshape.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void reshape() {
    using namespace inlay;
    Comparison keras("reshape");
    keras.compare<Reshape<7, 4, 3>, Input<84>>("reshape_7_4_3_on_84");
    keras.compare<Reshape<12, 7>, Input<7, 4, 3>>("reshape_12_7_on_7x4x3");
    keras.compare<Reshape<84>, Input<7, 4, 3>>("reshape_84_on_7x4x3");
    keras.compare<Sequential<Conv2D<4, 3, 3, Same>, Reshape<7, 10, 2>, Conv2D<3, 3, 3, Same>>,
        Input<5, 7, 3>>("reshape_between_convolutions");
}

}  // namespace keras::layers
