// SPDX-License-Identifier: MIT
#pragma once
// The cases of concat_axis.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void concat_axis() {
    using namespace inlay;
    Comparison keras("concat_axis");
    keras.compare<Concat<Part<0, 2, 7, 3>, Part<42, 4, 7, 3>, Axis<1>>,
        Input<126>>("concat_axis_1_of_2x7x3_and_4x7x3");
    keras.compare<Concat<Part<0, 5, 2, 3>, Part<30, 5, 1, 3>, Part<45, 5, 4, 3>, Axis<2>>,
        Input<105>>("concat_axis_2_of_5x2x3_and_5x1x3_and_5x4x3");
    keras.compare<Concat<Part<0, 5, 7, 3>, Part<105, 5, 7, 2>, Axis<3>>,
        Input<175>>("concat_axis_3_of_5x7x3_and_5x7x2");
    keras.compare<Concat<Part<0, 5, 3>, Part<15, 2, 3>, Axis<1>>,
        Input<21>>("concat_axis_1_of_5x3_and_2x3");
}

}  // namespace keras::layers
