// SPDX-License-Identifier: MIT
#pragma once
// The cases of hashing.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void hashing() {
    using namespace inlay;
    Comparison keras("hashing");
    keras.compare<Hashing<11>, Input<5>>("hashing_11_on_5");
    keras.compare<Hashing<1000, MaskValue<7>>, Input<5>>("hashing_1000_mask_value_7_on_5");
}

}  // namespace keras::layers
