// SPDX-License-Identifier: MIT
#pragma once
// The cases of cropping2d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void cropping2d() {
    using namespace inlay;
    Comparison keras("cropping2d");
    keras.compare<Cropping2D<1>, Input<5, 7, 3>>("cropping2d_1_on_5x7x3");
    keras.compare<Cropping2D<1, 2>, Input<5, 7, 3>>("cropping2d_1_2_on_5x7x3");
    keras.compare<Cropping2D<1, 0, 2, 3>, Input<5, 7, 3>>("cropping2d_1_0_2_3_on_5x7x3");
    keras.compare<Sequential<Conv2D<4, 3, 3, Same>, Cropping2D<0, 1, 2, 1>, Conv2D<3, 3, 3, Same>>,
        Input<6, 8, 3>>("cropping2d_between_convolutions");
}

}  // namespace keras::layers
