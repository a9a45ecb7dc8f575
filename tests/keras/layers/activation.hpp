// SPDX-License-Identifier: MIT
#pragma once
// The cases of activation.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void activation() {
    using namespace inlay;
    Comparison keras("activation");
    keras.compare<Activation<Tanh>, Input<3, 5, 7>>("activation_tanh_on_3x5x7");
    keras.compare<Activation<Softmax>, Input<19>>("activation_softmax_on_19");
}

}  // namespace keras::layers
