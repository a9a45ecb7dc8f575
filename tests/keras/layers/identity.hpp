// SPDX-License-Identifier: MIT
#pragma once
// The cases of identity.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void identity() {
    using namespace inlay;
    Comparison keras("identity");
    keras.compare<Identity, Input<3, 4, 5>>("identity_on_3x4x5");
}

}  // namespace keras::layers
