// SPDX-License-Identifier: MIT
#pragma once
// The cases of softmax_over.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void softmax_over() {
    using namespace inlay;
    Comparison keras("softmax_over");
    keras.compare<SoftmaxOver<Axis<1>>, Input<5, 3>>("softmax_over_axis_1_on_5x3");
    keras.compare<SoftmaxOver<Axis<1>>, Input<3, 5, 19>>("softmax_over_axis_1_on_3x5x19");
    keras.compare<SoftmaxOver<Axis<-2>>, Input<3, 5, 2>>("softmax_over_axis_2_on_3x5x2");
    keras.compare<SoftmaxOver<Axis<-1>>, Input<3, 5, 2>>("softmax_over_axis_1_on_3x5x2");
}

}  // namespace keras::layers
