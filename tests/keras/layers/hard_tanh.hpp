// SPDX-License-Identifier: MIT
#pragma once
// The cases of hard_tanh.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void hard_tanh() {
    using namespace inlay;
    Comparison keras("hard_tanh");
    keras.compare<HardTanh, Input<19>>("hard_tanh_on_19");
    keras.compare<HardTanh, Input<19>>("hard_tanh_0_far_from_zero");
    keras.compare<HardTanh, Input<19>>("hard_tanh_0_where_it_bends");
}

}  // namespace keras::layers
