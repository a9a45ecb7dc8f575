// SPDX-License-Identifier: MIT
#pragma once
// The cases of permute.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void permute() {
    using namespace inlay;
    Comparison keras("permute");
    keras.compare<Permute<2, 1>, Input<7, 3>>("permute_2_1_on_7x3");
    keras.compare<Permute<3, 1, 2>, Input<5, 4, 3>>("permute_3_1_2_on_5x4x3");
    keras.compare<Permute<2, 4, 1, 3>, Input<2, 3, 4, 5>>("permute_2_4_1_3_on_2x3x4x5");
}

}  // namespace keras::layers
