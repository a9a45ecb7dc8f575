// SPDX-License-Identifier: MIT
#pragma once
// The cases of resizing.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void resizing() {
    using namespace inlay;
    Comparison keras("resizing");
    keras.compare<Resizing<4, 7>, Input<5, 3, 3>>("resizing_4_7_on_5x3x3");
    keras.compare<Resizing<4, 8, Bicubic>, Input<5, 7, 2>>("resizing_4_8_bicubic_on_5x7x2");
    keras.compare<Resizing<3, 5, Lanczos5, Antialias, CropToAspectRatio>,
        Input<11, 9, 2>>("resizing_3_5_lanczos5_antialias_crop_to_aspect_ratio_on_11x9x2");
    keras.compare<Resizing<5, 4, Nearest, PadToAspectRatio>,
        Input<4, 7, 2>>("resizing_5_4_nearest_pad_to_aspect_ratio_on_4x7x2");
}

}  // namespace keras::layers
