// SPDX-License-Identifier: MIT
#pragma once
// The cases of dot.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void dot() {
    using namespace inlay;
    Comparison keras("dot");
    keras.compare<Dot<Part<0, 7>, Part<7, 7>, Axes<-1>, Normalize>,
        Input<14>>("dot_normalized_of_7_and_7");
    keras.compare<Dot<Part<0, 3, 4>, Part<12, 5, 3>, Axes<1, 2>, Normalize>,
        Input<27>>("dot_axes_1_2_of_3x4_and_5x3");
    keras.compare<Dot<Part<0, 3>, Part<3, 2, 3, 5>, Axes<1, 2>>,
        Input<33>>("dot_axes_1_2_of_3_and_2x3x5");
}

}  // namespace keras::layers
