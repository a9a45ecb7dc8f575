// SPDX-License-Identifier: MIT
#pragma once
// The cases of random_zoom.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void random_zoom() {
    using namespace inlay;
    Comparison keras("random_zoom");
    keras.compare<RandomZoom<Factor(-0.25, -0.25)>,
        Input<5, 7, 3>>("random_zoom_factor_0_25_0_25_on_5x7x3");
    keras.compare<RandomZoom<Factor(0.75, 0.75), Factor(0.5, 0.5), FillNearest>,
        Input<5, 7, 3>>("random_zoom_factor_0_75_0_75_factor_0_5_0_5_fill_nearest_on_5x7x3");
    keras.compare<RandomZoom<Factor(0.375, 0.375), SameFactor, Nearest>,
        Input<6, 7, 2>>("random_zoom_factor_0_375_0_375_same_factor_nearest_on_6x7x2");
}

}  // namespace keras::layers
