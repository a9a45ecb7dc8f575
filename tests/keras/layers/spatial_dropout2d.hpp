// SPDX-License-Identifier: MIT
#pragma once
// The cases of spatial_dropout2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void spatial_dropout2d() {
    using namespace inlay;
    Comparison keras("spatial_dropout2d");
    keras.compare<SpatialDropout2D<0.2>, Input<3, 2, 5>>("spatial_dropout2d_in_inference");
}

}  // namespace keras::layers
