// SPDX-License-Identifier: MIT
#pragma once
// The cases of average_pool1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void average_pool1d() {
    using namespace inlay;
    Comparison keras("average_pool1d");
    keras.compare<AveragePool1D<2>, Input<7, 3>>("average_pool1d_2_on_7x3");
    keras.compare<AveragePool1D<3, Same, Strides<2>>,
        Input<8, 5>>("average_pool1d_3_same_strides_2_on_8x5");
}

}  // namespace keras::layers
