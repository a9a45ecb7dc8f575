// SPDX-License-Identifier: MIT
#pragma once
// The cases of threshold_to.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void threshold_to() {
    using namespace inlay;
    Comparison keras("threshold_to");
    keras.compare<ThresholdTo<0.5, -2>, Input<19>>("threshold_to_0_5_2_on_19");
    keras.compare<ThresholdTo<0.5, -2>, Input<19>>("threshold_to_0_far_from_zero");
    keras.compare<ThresholdTo<0.5, -2>, Input<19>>("threshold_to_0_where_it_bends");
    keras.compare<ThresholdTo<0.5, 3>, Input<19>>("threshold_to_0_5_3_on_19");
    keras.compare<ThresholdTo<0.5, 3>, Input<19>>("threshold_to_1_far_from_zero");
    keras.compare<ThresholdTo<0.5, 3>, Input<19>>("threshold_to_1_where_it_bends");
}

}  // namespace keras::layers
