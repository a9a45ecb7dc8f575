// SPDX-License-Identifier: MIT
#pragma once
// The cases of random_brightness.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void random_brightness() {
    using namespace inlay;
    Comparison keras("random_brightness");
    keras.compare<RandomBrightness<Factor(0.25, 0.25)>,
        Input<5, 7, 3>>("random_brightness_factor_0_25_0_25_on_5x7x3");
    keras.compare<RandomBrightness<Factor(-0.3, -0.3), ValueRange<-1, 1>>,
        Input<4, 5, 2>>("random_brightness_factor_0_3_0_3_value_range_1_1_on_4x5x2");
}

}  // namespace keras::layers
