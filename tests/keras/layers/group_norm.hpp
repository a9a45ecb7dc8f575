// SPDX-License-Identifier: MIT
#pragma once
// The cases of group_norm.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void group_norm() {
    using namespace inlay;
    Comparison keras("group_norm");
    keras.compare<GroupNorm<3>, Input<3, 5, 12>>("group_norm_3_on_3x5x12");
    keras.compare<GroupNorm<1, Epsilon<0.1>, NoScale>,
        Input<7, 5>>("group_norm_1_epsilon_0_1_no_scale_on_7x5");
    keras.compare<GroupNorm<-1, NoCenter>, Input<3, 4, 5>>("group_norm_of_channels_on_3x4x5");
}

}  // namespace keras::layers
