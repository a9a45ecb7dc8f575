// SPDX-License-Identifier: MIT
#pragma once
// The cases of sigmoid.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void sigmoid() {
    using namespace inlay;
    Comparison keras("sigmoid");
    keras.compare<Sigmoid, Input<19>>("sigmoid_on_19");
    keras.compare<Sigmoid, Input<3, 5, 7>>("sigmoid_on_3x5x7");
    keras.compare<Sigmoid, Input<19>>("sigmoid_far_from_zero");
}

}  // namespace keras::layers
