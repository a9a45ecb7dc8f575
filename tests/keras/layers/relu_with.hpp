// SPDX-License-Identifier: MIT
#pragma once
// The cases of relu_with.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void relu_with() {
    using namespace inlay;
    Comparison keras("relu_with");
    keras.compare<ReLUWith<>, Input<19>>("relu_with_on_19");
    keras.compare<ReLUWith<>, Input<19>>("relu_with_0_far_from_zero");
    keras.compare<ReLUWith<>, Input<19>>("relu_with_0_where_it_bends");
    keras.compare<ReLUWith<NegativeSlope<0.1>>, Input<19>>("relu_with_negative_slope_0_1_on_19");
    keras.compare<ReLUWith<NegativeSlope<0.1>>, Input<19>>("relu_with_1_far_from_zero");
    keras.compare<ReLUWith<NegativeSlope<0.1>>, Input<19>>("relu_with_1_where_it_bends");
    keras.compare<ReLUWith<MaxValue<2>, NegativeSlope<0.1>, Threshold<1>>,
        Input<19>>("relu_with_max_value_2_negative_slope_0_1_threshold_1_on_19");
    keras.compare<ReLUWith<MaxValue<2>, NegativeSlope<0.1>, Threshold<1>>,
        Input<19>>("relu_with_2_far_from_zero");
    keras.compare<ReLUWith<MaxValue<2>, NegativeSlope<0.1>, Threshold<1>>,
        Input<19>>("relu_with_2_where_it_bends");
    keras.compare<ReLUWith<Threshold<1>, NegativeSlope<0.5>>,
        Input<19>>("relu_with_threshold_1_negative_slope_0_5_on_19");
    keras.compare<ReLUWith<Threshold<1>, NegativeSlope<0.5>>,
        Input<19>>("relu_with_3_far_from_zero");
    keras.compare<ReLUWith<Threshold<1>, NegativeSlope<0.5>>,
        Input<19>>("relu_with_3_where_it_bends");
    keras.compare<ReLUWith<MaxValue<2>>, Input<19>>("relu_with_max_value_2_on_19");
    keras.compare<ReLUWith<MaxValue<2>>, Input<19>>("relu_with_4_far_from_zero");
    keras.compare<ReLUWith<MaxValue<2>>, Input<19>>("relu_with_4_where_it_bends");
}

}  // namespace keras::layers
