// SPDX-License-Identifier: MIT
#pragma once
// The cases of conv1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void conv1d() {
    using namespace inlay;
    Comparison keras("conv1d");
    keras.compare<Conv1D<5, 1>, Input<7, 3>>("conv1d_5_1_on_7x3");
    keras.compare<Conv1D<5, 3>, Input<11, 3>>("conv1d_5_3_on_11x3");
    keras.compare<Conv1D<4, 4, Dilation<2>>, Input<13, 3>>("conv1d_4_4_dilation_2_on_13x3");
    keras.compare<Conv1D<17, 3, Strides<2>, NoBias>,
        Input<10, 5>>("conv1d_17_3_strides_2_no_bias_on_10x5");
    keras.compare<Conv1D<5, 3, Same>, Input<11, 3>>("conv1d_5_3_same_on_11x3");
    keras.compare<Conv1D<4, 4, Same, Dilation<2>>,
        Input<13, 3>>("conv1d_4_4_same_dilation_2_on_13x3");
    keras.compare<Conv1D<17, 3, Same, Strides<2>, NoBias>,
        Input<10, 5>>("conv1d_17_3_same_strides_2_no_bias_on_10x5");
    keras.compare<Conv1D<5, 3, Causal>, Input<11, 3>>("conv1d_5_3_causal_on_11x3");
    keras.compare<Conv1D<4, 4, Causal, Dilation<2>>,
        Input<13, 3>>("conv1d_4_4_causal_dilation_2_on_13x3");
    keras.compare<Conv1D<17, 3, Causal, Strides<2>, NoBias>,
        Input<10, 5>>("conv1d_17_3_causal_strides_2_no_bias_on_10x5");
    keras.compare<Conv1D<5, 5, Causal>, Input<3, 2>>("conv1d_5_5_causal_on_3x2");
    keras.compare<Conv1D<6, 3, Same, Groups<2>, ReLU>,
        Input<9, 4>>("conv1d_6_3_same_groups_2_relu_on_9x4");
}

}  // namespace keras::layers
