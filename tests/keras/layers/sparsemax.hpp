// SPDX-License-Identifier: MIT
#pragma once
// The cases of sparsemax.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void sparsemax() {
    using namespace inlay;
    Comparison keras("sparsemax");
    keras.compare<Sparsemax, Input<19>>("sparsemax_on_19");
    keras.compare<Sparsemax, Input<19>>("sparsemax_of_small_numbers");
    keras.compare<Sparsemax, Input<19>>("sparsemax_far_from_zero");
    keras.compare<Sparsemax, Input<2, 3, 5>>("sparsemax_on_2x3x5");
}

}  // namespace keras::layers
