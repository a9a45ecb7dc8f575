// SPDX-License-Identifier: MIT
#pragma once
// The cases of softmax.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void softmax() {
    using namespace inlay;
    Comparison keras("softmax");
    keras.compare<Softmax, Input<19>>("softmax_on_19");
    keras.compare<Softmax, Input<3, 5, 7>>("softmax_on_3x5x7");
    keras.compare<Softmax, Input<19>>("softmax_far_from_zero");
}

}  // namespace keras::layers
