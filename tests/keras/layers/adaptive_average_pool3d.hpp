// SPDX-License-Identifier: MIT
#pragma once
// The cases of adaptive_average_pool3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void adaptive_average_pool3d() {
    using namespace inlay;
    Comparison keras("adaptive_average_pool3d");
    keras.compare<AdaptiveAveragePool3D<2, 1, 3>,
        Input<5, 3, 4, 2>>("adaptive_average_pool3d_2_1_3_on_5x3x4x2");
}

}  // namespace keras::layers
