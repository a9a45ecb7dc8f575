// SPDX-License-Identifier: MIT
#pragma once
// The cases of hard_sigmoid.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void hard_sigmoid() {
    using namespace inlay;
    Comparison keras("hard_sigmoid");
    keras.compare<HardSigmoid, Input<19>>("hard_sigmoid_on_19");
    keras.compare<HardSigmoid, Input<19>>("hard_sigmoid_0_far_from_zero");
    keras.compare<HardSigmoid, Input<19>>("hard_sigmoid_0_where_it_bends");
    keras.compare<HardSiLU, Input<19>>("hard_si_lu_on_19");
    keras.compare<HardSiLU, Input<19>>("hard_sigmoid_1_far_from_zero");
    keras.compare<HardSiLU, Input<19>>("hard_sigmoid_1_where_it_bends");
}

}  // namespace keras::layers
