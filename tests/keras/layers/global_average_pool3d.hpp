// SPDX-License-Identifier: MIT
#pragma once
// The cases of global_average_pool3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void global_average_pool3d() {
    using namespace inlay;
    Comparison keras("global_average_pool3d");
    keras.compare<GlobalAveragePool3D, Input<3, 5, 4, 3>>("global_average_pool3d_on_3x5x4x3");
}

}  // namespace keras::layers
