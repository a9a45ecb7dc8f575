// SPDX-License-Identifier: MIT
#pragma once
// The cases of preprocess_input.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void preprocess_input() {
    using namespace inlay;
    Comparison keras("preprocess_input");
    keras.compare<PreprocessInput<"tf">, Input<4, 5, 3>>("preprocess_input_tf");
    keras.compare<PreprocessInput<"caffe">, Input<4, 5, 3>>("preprocess_input_caffe");
    keras.compare<PreprocessInput<"torch">, Input<4, 5, 3>>("preprocess_input_torch");
}

}  // namespace keras::layers
