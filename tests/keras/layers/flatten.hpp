// SPDX-License-Identifier: MIT
#pragma once
// The cases of flatten.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void flatten() {
    using namespace inlay;
    Comparison keras("flatten");
    keras.compare<Flatten, Input<3, 5, 2>>("flatten_on_3x5x2");
}

}  // namespace keras::layers
