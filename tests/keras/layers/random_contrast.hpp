// SPDX-License-Identifier: MIT
#pragma once
// The cases of random_contrast.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void random_contrast() {
    using namespace inlay;
    Comparison keras("random_contrast");
    keras.compare<RandomContrast<Factor(0, 0), ValueRange<-0.5, 1>>,
        Input<5, 7, 3>>("random_contrast_factor_0_0_value_range_0_5_1_on_5x7x3");
}

}  // namespace keras::layers
