// SPDX-License-Identifier: MIT
#pragma once
// The cases of max_pool.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void max_pool() {
    using namespace inlay;
    Comparison keras("max_pool");
    keras.compare<MaxPool<2>, Input<7, 5, 3>>("max_pool_2_on_7x5x3");
    keras.compare<MaxPool<2, 2, Same>, Input<7, 5, 3>>("max_pool_2_2_same_on_7x5x3");
    keras.compare<MaxPool<2, 2, Same, Strides<1>>,
        Input<5, 6, 3>>("max_pool_2_2_same_strides_1_on_5x6x3");
    keras.compare<MaxPool<2, 2, Strides<3>>, Input<8, 7, 3>>("max_pool_2_2_strides_3_on_8x7x3");
    keras.compare<MaxPool<2, 2, Same, Strides<3>>,
        Input<8, 7, 3>>("max_pool_2_2_same_strides_3_on_8x7x3");
    keras.compare<MaxPool<3, 3, Same, Strides<1>>,
        Input<7, 5, 5>>("max_pool_3_3_same_strides_1_on_7x5x5");
    keras.compare<MaxPool<3, 3, Strides<2>>, Input<7, 9, 3>>("max_pool_3_3_strides_2_on_7x9x3");
    keras.compare<MaxPool<3, 3, Same, Strides<2>>,
        Input<7, 6, 17>>("max_pool_3_3_same_strides_2_on_7x6x17");
    keras.compare<MaxPool<2>, Input<7, 5, 3>>("max_pool_with_ties");
    keras.compare<MaxPool<3, 3, Same, Strides<1>>,
        Input<5, 6, 1>>("max_pool_with_ties_in_windows_that_overlap");
}

}  // namespace keras::layers
