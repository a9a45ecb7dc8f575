// SPDX-License-Identifier: MIT
#pragma once
// The cases of glu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void glu() {
    using namespace inlay;
    Comparison keras("glu");
    keras.compare<GLU<>, Input<38>>("glu_on_38");
    keras.compare<GLU<>, Input<38>>("glu_far_from_zero");
    keras.compare<GLU<Axis<1>>, Input<4, 3, 5>>("glu_axis_1_on_4x3x5");
    keras.compare<GLU<Axis<2>>, Input<3, 4, 5>>("glu_axis_2_on_3x4x5");
    keras.compare<GLU<Axis<-1>>, Input<3, 5, 4>>("glu_axis_1_on_3x5x4");
}

}  // namespace keras::layers
