// SPDX-License-Identifier: MIT
#pragma once
// The cases of up_sampling1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void up_sampling1d() {
    using namespace inlay;
    Comparison keras("up_sampling1d");
    keras.compare<UpSampling1D<3>, Input<4, 5>>("up_sampling1d_3_on_4x5");
}

}  // namespace keras::layers
