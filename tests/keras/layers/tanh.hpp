// SPDX-License-Identifier: MIT
#pragma once
// The cases of tanh.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void tanh() {
    using namespace inlay;
    Comparison keras("tanh");
    keras.compare<Tanh, Input<19>>("tanh_on_19");
    keras.compare<Tanh, Input<3, 5, 7>>("tanh_on_3x5x7");
    keras.compare<Tanh, Input<19>>("tanh_far_from_zero");
}

}  // namespace keras::layers
