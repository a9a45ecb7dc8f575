// SPDX-License-Identifier: MIT
#pragma once
// The cases of prelu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void prelu() {
    using namespace inlay;
    Comparison keras("prelu");
    keras.compare<PReLU<>, Input<19>>("prelu_on_19");
    keras.compare<PReLU<>, Input<3, 5, 7>>("prelu_on_3x5x7");
    keras.compare<PReLU<SharedAxes<1, 2>>, Input<3, 5, 7>>("prelu_shared_axes_1_2_on_3x5x7");
    keras.compare<PReLU<SharedAxes<1>>, Input<9, 4>>("prelu_shared_axes_1_on_9x4");
    keras.compare<PReLU<>, Input<19>>("prelu_at_zero");
    keras.compare<Sequential<Conv2D<4, 3, 3, Same>, PReLU<SharedAxes<1, 2>>>,
        Input<5, 6, 3>>("prelu_after_convolution");
}

}  // namespace keras::layers
