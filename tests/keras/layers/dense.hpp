// SPDX-License-Identifier: MIT
#pragma once
// The cases of dense.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void dense() {
    using namespace inlay;
    Comparison keras("dense");
    keras.compare<Dense<5>, Input<7>>("dense_5_on_7");
    keras.compare<Dense<5, NoBias>, Input<7>>("dense_5_no_bias_on_7");
    keras.compare<Dense<6>, Input<4, 5, 3>>("dense_6_on_4x5x3");
    keras.compare<Dense<6, NoBias>, Input<4, 5, 3>>("dense_6_no_bias_on_4x5x3");
    keras.compare<Dense<33, ReLU>, Input<67>>("dense_33_relu_on_67");
}

}  // namespace keras::layers
