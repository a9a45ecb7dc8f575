// SPDX-License-Identifier: MIT
#pragma once
// The cases of global_average_pool1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void global_average_pool1d() {
    using namespace inlay;
    Comparison keras("global_average_pool1d");
    keras.compare<GlobalAveragePool1D, Input<7, 5>>("global_average_pool1d_on_7x5");
    keras.compare<GlobalAveragePool1D, Input<1, 3>>("global_average_pool1d_on_1x3");
}

}  // namespace keras::layers
