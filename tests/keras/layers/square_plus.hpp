// SPDX-License-Identifier: MIT
#pragma once
// The cases of square_plus.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void square_plus() {
    using namespace inlay;
    Comparison keras("square_plus");
    keras.compare<SquarePlus<>, Input<19>>("square_plus_on_19");
    keras.compare<SquarePlus<>, Input<19>>("square_plus_0_far_from_zero");
    keras.compare<SquarePlus<0.5>, Input<19>>("square_plus_0_5_on_19");
    keras.compare<SquarePlus<0.5>, Input<19>>("square_plus_1_far_from_zero");
}

}  // namespace keras::layers
