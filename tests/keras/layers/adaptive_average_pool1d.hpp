// SPDX-License-Identifier: MIT
#pragma once
// The cases of adaptive_average_pool1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void adaptive_average_pool1d() {
    using namespace inlay;
    Comparison keras("adaptive_average_pool1d");
    keras.compare<AdaptiveAveragePool1D<3>, Input<11, 5>>("adaptive_average_pool1d_3_on_11x5");
}

}  // namespace keras::layers
