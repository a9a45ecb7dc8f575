// SPDX-License-Identifier: MIT
#pragma once
// The cases of unit_normalization.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void unit_normalization() {
    using namespace inlay;
    Comparison keras("unit_normalization");
    keras.compare<UnitNormalization<>, Input<3, 17>>("unit_normalization_on_3x17");
    keras.compare<UnitNormalization<Axis<1>>, Input<5, 3, 2>>("unit_normalization_axis_1_on_5x3x2");
}

}  // namespace keras::layers
