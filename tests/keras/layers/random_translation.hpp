// SPDX-License-Identifier: MIT
#pragma once
// The cases of random_translation.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void random_translation() {
    using namespace inlay;
    Comparison keras("random_translation");
    keras.compare<RandomTranslation<Factor(0.3, 0.3), Factor(-0.7, -0.7)>,
        Input<5, 7, 3>>("random_translation_factor_0_3_0_3_factor_0_7_0_7_on_5x7x3");
    keras.compare<RandomTranslation<Factor(-0.4, -0.4), Factor(0.5, 0.5), FillWrap>,
        Input<5, 6, 2>>("random_translation_factor_0_4_0_4_factor_0_5_0_5_fill_wrap_on_5x6x2");
}

}  // namespace keras::layers
