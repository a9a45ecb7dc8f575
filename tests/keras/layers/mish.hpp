// SPDX-License-Identifier: MIT
#pragma once
// The cases of mish.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void mish() {
    using namespace inlay;
    Comparison keras("mish");
    keras.compare<Mish, Input<19>>("mish_on_19");
    keras.compare<Mish, Input<19>>("mish_0_far_from_zero");
}

}  // namespace keras::layers
