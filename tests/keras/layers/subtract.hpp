// SPDX-License-Identifier: MIT
#pragma once
// The cases of subtract.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void subtract() {
    using namespace inlay;
    Comparison keras("subtract");
    keras.compare<Subtract<Part<0, 9>, Part<9, 9>>, Input<18>>("subtract_of_9_and_9");
    keras.compare<Subtract<Part<0, 5, 7, 3>, Part<105, 5, 7, 3>>,
        Input<210>>("subtract_of_5x7x3_and_5x7x3");
    keras.compare<Subtract<Part<0, 5, 7, 3>, Part<105, 1, 1, 3>>,
        Input<108>>("subtract_of_5x7x3_and_1x1x3");
    keras.compare<Subtract<Part<0, 5, 7, 3>, Part<105, 5, 1, 3>>,
        Input<120>>("subtract_of_5x7x3_and_5x1x3");
    keras.compare<Subtract<Part<0, 5, 7, 3>, Part<105, 1, 7, 1>>,
        Input<112>>("subtract_of_5x7x3_and_1x7x1");
    keras.compare<Subtract<Part<0, 5, 7, 3>, Part<105, 5, 7, 1>>,
        Input<140>>("subtract_of_5x7x3_and_5x7x1");
    keras.compare<Subtract<Part<0, 1, 1, 3>, Part<3, 5, 7, 3>>,
        Input<108>>("subtract_of_1x1x3_and_5x7x3");
    keras.compare<Subtract<Part<0, 5, 1, 3>, Part<15, 1, 7, 1>>,
        Input<22>>("subtract_of_5x1x3_and_1x7x1");
    keras.compare<Subtract<Part<0, 5, 7, 3>, Part<105, 3>>, Input<108>>("subtract_of_5x7x3_and_3");
    keras.compare<Subtract<Part<0, 5, 7, 3>, Part<105, 7, 3>>,
        Input<126>>("subtract_of_5x7x3_and_7x3");
    keras.compare<Subtract<Part<0, 3>, Part<3, 5, 7, 3>>, Input<108>>("subtract_of_3_and_5x7x3");
    keras.compare<Subtract<Part<0, 1>, Part<1, 9>>, Input<10>>("subtract_of_1_and_9");
    keras.compare<Subtract<Conv2D<4, 3, 3, Same>, Sequential<Conv2D<4, 1, 1, Tanh>>>,
        Input<5, 6, 3>>("subtract_of_convolutions");
}

}  // namespace keras::layers
