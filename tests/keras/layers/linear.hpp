// SPDX-License-Identifier: MIT
#pragma once
// The cases of linear.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void linear() {
    using namespace inlay;
    Comparison keras("linear");
    keras.compare<Linear, Input<3, 5, 7>>("linear_on_3x5x7");
    keras.compare<Dense<5, Linear>, Input<7>>("dense_5_linear_on_7");
}

}  // namespace keras::layers
