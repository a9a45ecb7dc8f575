// SPDX-License-Identifier: MIT
#pragma once
// The cases of relu6.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void relu6() {
    using namespace inlay;
    Comparison keras("relu6");
    keras.compare<ReLU6, Input<19>>("relu6_on_19");
    keras.compare<ReLU6, Input<19>>("relu6_0_far_from_zero");
    keras.compare<ReLU6, Input<19>>("relu6_0_where_it_bends");
}

}  // namespace keras::layers
