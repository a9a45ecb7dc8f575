// SPDX-License-Identifier: MIT
#pragma once
// The cases of adaptive_max_pool2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void adaptive_max_pool2d() {
    using namespace inlay;
    Comparison keras("adaptive_max_pool2d");
    keras.compare<AdaptiveMaxPool2D<3, 5>, Input<7, 4, 3>>("adaptive_max_pool2d_3_5_on_7x4x3");
}

}  // namespace keras::layers
