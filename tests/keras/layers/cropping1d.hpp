// SPDX-License-Identifier: MIT
#pragma once
// The cases of cropping1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void cropping1d() {
    using namespace inlay;
    Comparison keras("cropping1d");
    keras.compare<Cropping1D<2>, Input<7, 3>>("cropping1d_2_on_7x3");
    keras.compare<Cropping1D<0, 3>, Input<6, 5>>("cropping1d_0_3_on_6x5");
}

}  // namespace keras::layers
