// SPDX-License-Identifier: MIT
#pragma once
// The cases of up_sampling2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void up_sampling2d() {
    using namespace inlay;
    Comparison keras("up_sampling2d");
    keras.compare<UpSampling2D<2>, Input<3, 4, 5>>("up_sampling2d_2_on_3x4x5");
    keras.compare<UpSampling2D<1, 3>, Input<3, 4, 5>>("up_sampling2d_1_3_on_3x4x5");
    keras.compare<UpSampling2D<2, 3, Bilinear>,
        Input<4, 3, 2>>("up_sampling2d_2_3_bilinear_on_4x3x2");
    keras.compare<UpSampling2D<3, 2, Lanczos3>,
        Input<4, 3, 2>>("up_sampling2d_3_2_lanczos3_on_4x3x2");
}

}  // namespace keras::layers
