// SPDX-License-Identifier: MIT
#pragma once
// The cases of relu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void relu() {
    using namespace inlay;
    Comparison keras("relu");
    keras.compare<ReLU, Input<19>>("relu_on_19");
    keras.compare<ReLU, Input<3, 5, 7>>("relu_on_3x5x7");
    keras.compare<ReLU, Input<19>>("relu_far_from_zero");
    keras.compare<ReLU, Input<19>>("relu_at_zero");
}

}  // namespace keras::layers
