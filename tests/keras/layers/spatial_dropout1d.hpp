// SPDX-License-Identifier: MIT
#pragma once
// The cases of spatial_dropout1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void spatial_dropout1d() {
    using namespace inlay;
    Comparison keras("spatial_dropout1d");
    keras.compare<SpatialDropout1D<0.2>, Input<3, 5>>("spatial_dropout1d_in_inference");
}

}  // namespace keras::layers
