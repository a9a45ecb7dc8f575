// SPDX-License-Identifier: MIT
#pragma once
// The cases of average.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void average() {
    using namespace inlay;
    Comparison keras("average");
    keras.compare<Average<Part<0, 9>, Part<9, 9>>, Input<18>>("average_of_9_and_9");
    keras.compare<Average<Part<0, 5, 7, 3>, Part<105, 5, 7, 3>>,
        Input<210>>("average_of_5x7x3_and_5x7x3");
    keras.compare<Average<Part<0, 5, 7, 3>, Part<105, 1, 1, 3>>,
        Input<108>>("average_of_5x7x3_and_1x1x3");
    keras.compare<Average<Part<0, 5, 7, 3>, Part<105, 5, 1, 3>>,
        Input<120>>("average_of_5x7x3_and_5x1x3");
    keras.compare<Average<Part<0, 5, 7, 3>, Part<105, 1, 7, 1>>,
        Input<112>>("average_of_5x7x3_and_1x7x1");
    keras.compare<Average<Part<0, 5, 7, 3>, Part<105, 5, 7, 1>>,
        Input<140>>("average_of_5x7x3_and_5x7x1");
    keras.compare<Average<Part<0, 1, 1, 3>, Part<3, 5, 7, 3>>,
        Input<108>>("average_of_1x1x3_and_5x7x3");
    keras.compare<Average<Part<0, 5, 1, 3>, Part<15, 1, 7, 1>>,
        Input<22>>("average_of_5x1x3_and_1x7x1");
    keras.compare<Average<Part<0, 5, 7, 3>, Part<105, 3>>, Input<108>>("average_of_5x7x3_and_3");
    keras.compare<Average<Part<0, 5, 7, 3>, Part<105, 7, 3>>,
        Input<126>>("average_of_5x7x3_and_7x3");
    keras.compare<Average<Part<0, 3>, Part<3, 5, 7, 3>>, Input<108>>("average_of_3_and_5x7x3");
    keras.compare<Average<Part<0, 1>, Part<1, 9>>, Input<10>>("average_of_1_and_9");
    keras.compare<Average<Part<0, 9>, Part<9, 9>, Part<18, 9>>,
        Input<27>>("average_of_9_and_9_and_9");
    keras.compare<Average<Part<0, 5, 1, 3>, Part<15, 5, 7, 3>, Part<120, 1, 7, 1>>,
        Input<127>>("average_of_5x1x3_and_5x7x3_and_1x7x1");
    keras.compare<Average<Conv2D<4, 3, 3, Same>, Sequential<Conv2D<4, 1, 1, Tanh>>>,
        Input<5, 6, 3>>("average_of_convolutions");
}

}  // namespace keras::layers
