// SPDX-License-Identifier: MIT
#pragma once
// The cases of reflect_padding1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void reflect_padding1d() {
    using namespace inlay;
    Comparison keras("reflect_padding1d");
    keras.compare<ReflectPadding1D<0, 3>, Input<6, 5>>("reflect_padding1d_0_3_on_6x5");
}

}  // namespace keras::layers
