// SPDX-License-Identifier: MIT
#pragma once
// The cases of silu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void silu() {
    using namespace inlay;
    Comparison keras("silu");
    keras.compare<SiLU, Input<19>>("si_lu_on_19");
    keras.compare<SiLU, Input<3, 5, 7>>("si_lu_on_3x5x7");
    keras.compare<SiLU, Input<19>>("silu_far_from_zero");
    keras.compare<Dense<5, SiLU>, Input<7>>("dense_5_si_lu_on_7");
    keras.compare<Conv2D<4, 3, 3, SiLU, Same>, Input<5, 6, 3>>("conv2d_4_3_3_si_lu_same_on_5x6x3");
}

}  // namespace keras::layers
