// SPDX-License-Identifier: MIT
#pragma once
// The cases of gaussian_dropout.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void gaussian_dropout() {
    using namespace inlay;
    Comparison keras("gaussian_dropout");
    keras.compare<GaussianDropout<0.25>, Input<9>>("gaussian_dropout_in_inference");
}

}  // namespace keras::layers
