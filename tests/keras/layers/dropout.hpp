// SPDX-License-Identifier: MIT
#pragma once
// The cases of dropout.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void dropout() {
    using namespace inlay;
    Comparison keras("dropout");
    keras.compare<Dropout<0.25>, Input<3, 4, 5>>("dropout_in_inference");
}

}  // namespace keras::layers
