// SPDX-License-Identifier: MIT
#pragma once
// The cases of repeat_vector.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void repeat_vector() {
    using namespace inlay;
    Comparison keras("repeat_vector");
    keras.compare<RepeatVector<4>, Input<7>>("repeat_vector_4_on_7");
}

}  // namespace keras::layers
