// SPDX-License-Identifier: MIT
#pragma once
// The cases of spatial_dropout3d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void spatial_dropout3d() {
    using namespace inlay;
    Comparison keras("spatial_dropout3d");
    keras.compare<SpatialDropout3D<0.2>, Input<2, 2, 3, 2>>("spatial_dropout3d_in_inference");
}

}  // namespace keras::layers
