// SPDX-License-Identifier: MIT
#pragma once
// The cases of shrink.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void shrink() {
    using namespace inlay;
    Comparison keras("shrink");
    keras.compare<TanhShrink, Input<19>>("tanh_shrink_on_19");
    keras.compare<TanhShrink, Input<19>>("shrink_0_far_from_zero");
    keras.compare<TanhShrink, Input<19>>("shrink_0_where_it_bends");
    keras.compare<HardShrink<>, Input<19>>("hard_shrink_on_19");
    keras.compare<HardShrink<>, Input<19>>("shrink_1_far_from_zero");
    keras.compare<HardShrink<>, Input<19>>("shrink_1_where_it_bends");
    keras.compare<SoftShrink<>, Input<19>>("soft_shrink_on_19");
    keras.compare<SoftShrink<>, Input<19>>("shrink_2_far_from_zero");
    keras.compare<SoftShrink<>, Input<19>>("shrink_2_where_it_bends");
    keras.compare<SoftShrink<1>, Input<19>>("soft_shrink_1_on_19");
    keras.compare<SoftShrink<1>, Input<19>>("shrink_3_far_from_zero");
    keras.compare<SoftShrink<1>, Input<19>>("shrink_3_where_it_bends");
}

}  // namespace keras::layers
