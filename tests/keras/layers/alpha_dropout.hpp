// SPDX-License-Identifier: MIT
#pragma once
// The cases of alpha_dropout.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void alpha_dropout() {
    using namespace inlay;
    Comparison keras("alpha_dropout");
    keras.compare<AlphaDropout<0.1>, Input<9>>("alpha_dropout_in_inference");
}

}  // namespace keras::layers
