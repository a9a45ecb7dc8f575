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
    keras.compare<Concat<Part<0, 5, 3>, Part<15, 2, 3>, Axis<1>>,
        Input<21>>("concat_axis_1_of_5x3_and_2x3");
}

}  // namespace keras::layers
