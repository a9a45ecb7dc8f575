// SPDX-License-Identifier: MIT
#pragma once
// The cases of average_pool.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void average_pool() {
    using namespace inlay;
    Comparison keras("average_pool");
    keras.compare<AveragePool<2>, Input<7, 5, 3>>("average_pool_2_on_7x5x3");
    keras.compare<AveragePool<2, 2, Same>, Input<7, 5, 3>>("average_pool_2_2_same_on_7x5x3");
    keras.compare<AveragePool<2, 2, Same, Strides<1>>,
        Input<5, 6, 3>>("average_pool_2_2_same_strides_1_on_5x6x3");
    keras.compare<AveragePool<2, 2, Strides<3>>,
        Input<8, 7, 3>>("average_pool_2_2_strides_3_on_8x7x3");
    keras.compare<AveragePool<2, 2, Same, Strides<3>>,
        Input<8, 7, 3>>("average_pool_2_2_same_strides_3_on_8x7x3");
    keras.compare<AveragePool<3, 3, Same, Strides<1>>,
        Input<7, 5, 5>>("average_pool_3_3_same_strides_1_on_7x5x5");
    keras.compare<AveragePool<3, 3, Strides<2>>,
        Input<7, 9, 3>>("average_pool_3_3_strides_2_on_7x9x3");
    keras.compare<AveragePool<3, 3, Same, Strides<2>>,
        Input<7, 6, 17>>("average_pool_3_3_same_strides_2_on_7x6x17");
}

}  // namespace keras::layers
