// SPDX-License-Identifier: MIT
#pragma once
// The cases of multiply.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void multiply() {
    using namespace inlay;
    Comparison keras("multiply");
    keras.compare<Multiply<Part<0, 9>, Part<9, 9>>, Input<18>>("multiply_of_9_and_9");
    keras.compare<Multiply<Part<0, 5, 7, 3>, Part<105, 5, 7, 3>>,
        Input<210>>("multiply_of_5x7x3_and_5x7x3");
    keras.compare<Multiply<Part<0, 5, 7, 3>, Part<105, 1, 1, 3>>,
        Input<108>>("multiply_of_5x7x3_and_1x1x3");
    keras.compare<Multiply<Part<0, 5, 7, 3>, Part<105, 5, 1, 3>>,
        Input<120>>("multiply_of_5x7x3_and_5x1x3");
    keras.compare<Multiply<Part<0, 5, 7, 3>, Part<105, 1, 7, 1>>,
        Input<112>>("multiply_of_5x7x3_and_1x7x1");
    keras.compare<Multiply<Part<0, 5, 7, 3>, Part<105, 5, 7, 1>>,
        Input<140>>("multiply_of_5x7x3_and_5x7x1");
    keras.compare<Multiply<Part<0, 1, 1, 3>, Part<3, 5, 7, 3>>,
        Input<108>>("multiply_of_1x1x3_and_5x7x3");
    keras.compare<Multiply<Part<0, 5, 1, 3>, Part<15, 1, 7, 1>>,
        Input<22>>("multiply_of_5x1x3_and_1x7x1");
    keras.compare<Multiply<Part<0, 5, 7, 3>, Part<105, 3>>, Input<108>>("multiply_of_5x7x3_and_3");
    keras.compare<Multiply<Part<0, 5, 7, 3>, Part<105, 7, 3>>,
        Input<126>>("multiply_of_5x7x3_and_7x3");
    keras.compare<Multiply<Part<0, 3>, Part<3, 5, 7, 3>>, Input<108>>("multiply_of_3_and_5x7x3");
    keras.compare<Multiply<Part<0, 1>, Part<1, 9>>, Input<10>>("multiply_of_1_and_9");
    keras.compare<Multiply<Part<0, 9>, Part<9, 9>, Part<18, 9>>,
        Input<27>>("multiply_of_9_and_9_and_9");
    keras.compare<Multiply<Part<0, 5, 1, 3>, Part<15, 5, 7, 3>, Part<120, 1, 7, 1>>,
        Input<127>>("multiply_of_5x1x3_and_5x7x3_and_1x7x1");
    keras.compare<Multiply<Conv2D<4, 3, 3, Same>, Sequential<Conv2D<4, 1, 1, Tanh>>>,
        Input<5, 6, 3>>("multiply_of_convolutions");
}

}  // namespace keras::layers
