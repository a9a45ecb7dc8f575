// SPDX-License-Identifier: MIT
#pragma once
// The cases of rescaling.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void rescaling() {
    using namespace inlay;
    Comparison keras("rescaling");
    keras.compare<Rescaling<1.0 / 127.5, -1>, Input<4, 5, 3>>("rescaling_on_4x5x3");
}

}  // namespace keras::layers
