// SPDX-License-Identifier: MIT
#pragma once
// The cases of add_broadcast.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void add_broadcast() {
    using namespace inlay;
    Comparison keras("add_broadcast");
    keras.compare<Add<Part<0, 5, 7, 3>, Part<105, 1, 1, 3>>, Input<108>>("add_of_5x7x3_and_1x1x3");
    keras.compare<Add<Part<0, 5, 7, 3>, Part<105, 5, 1, 3>>, Input<120>>("add_of_5x7x3_and_5x1x3");
    keras.compare<Add<Part<0, 5, 7, 3>, Part<105, 1, 7, 1>>, Input<112>>("add_of_5x7x3_and_1x7x1");
    keras.compare<Add<Part<0, 5, 7, 3>, Part<105, 5, 7, 1>>, Input<140>>("add_of_5x7x3_and_5x7x1");
    keras.compare<Add<Part<0, 1, 1, 3>, Part<3, 5, 7, 3>>, Input<108>>("add_of_1x1x3_and_5x7x3");
    keras.compare<Add<Part<0, 5, 1, 3>, Part<15, 1, 7, 1>>, Input<22>>("add_of_5x1x3_and_1x7x1");
    keras.compare<Add<Part<0, 5, 7, 3>, Part<105, 3>>, Input<108>>("add_of_5x7x3_and_3");
    keras.compare<Add<Part<0, 5, 7, 3>, Part<105, 7, 3>>, Input<126>>("add_of_5x7x3_and_7x3");
    keras.compare<Add<Part<0, 3>, Part<3, 5, 7, 3>>, Input<108>>("add_of_3_and_5x7x3");
    keras.compare<Add<Part<0, 1>, Part<1, 9>>, Input<10>>("add_of_1_and_9");
    keras.compare<Add<Part<0, 5, 1, 3>, Part<15, 5, 7, 3>, Part<120, 1, 7, 1>>,
        Input<127>>("add_of_5x1x3_and_5x7x3_and_1x7x1");
}

}  // namespace keras::layers
