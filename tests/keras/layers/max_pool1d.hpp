// SPDX-License-Identifier: MIT
#pragma once
// The cases of max_pool1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void max_pool1d() {
    using namespace inlay;
    Comparison keras("max_pool1d");
    keras.compare<MaxPool1D<2>, Input<7, 3>>("max_pool1d_2_on_7x3");
    keras.compare<MaxPool1D<2, Same>, Input<7, 3>>("max_pool1d_2_same_on_7x3");
    keras.compare<MaxPool1D<3, Strides<2>>, Input<10, 5>>("max_pool1d_3_strides_2_on_10x5");
    keras.compare<MaxPool1D<3, Same, Strides<1>>,
        Input<9, 17>>("max_pool1d_3_same_strides_1_on_9x17");
    keras.compare<MaxPool1D<2, Strides<3>>, Input<11, 3>>("max_pool1d_2_strides_3_on_11x3");
    keras.compare<MaxPool1D<3, Same, Strides<2>>, Input<11, 2>>("max_pool1d_with_ties");
}

}  // namespace keras::layers
