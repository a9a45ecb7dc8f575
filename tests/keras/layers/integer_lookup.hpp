// SPDX-License-Identifier: MIT
#pragma once
// The cases of integer_lookup.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void integer_lookup() {
    using namespace inlay;
    Comparison keras("integer_lookup");
    keras.compare<IntegerLookup<12, -36, 1138, 0, 42>, Input<7>>("integer_lookup");
}

}  // namespace keras::layers
