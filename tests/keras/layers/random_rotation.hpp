// SPDX-License-Identifier: MIT
#pragma once
// The cases of random_rotation.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void random_rotation() {
    using namespace inlay;
    Comparison keras("random_rotation");
    keras.compare<RandomRotation<Factor(0.1, 0.1)>,
        Input<5, 7, 3>>("random_rotation_factor_0_1_0_1_on_5x7x3");
    keras.compare<RandomRotation<Factor(-0.2, -0.2), FillConstant<0.5>>,
        Input<6, 5, 2>>("random_rotation_factor_0_2_0_2_fill_constant_0_5_on_6x5x2");
}

}  // namespace keras::layers
