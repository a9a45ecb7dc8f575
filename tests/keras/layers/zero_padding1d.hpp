// SPDX-License-Identifier: MIT
#pragma once
// The cases of zero_padding1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void zero_padding1d() {
    using namespace inlay;
    Comparison keras("zero_padding1d");
    keras.compare<ZeroPadding1D<2>, Input<7, 3>>("zero_padding1d_2_on_7x3");
    keras.compare<ZeroPadding1D<0, 3>, Input<6, 5>>("zero_padding1d_0_3_on_6x5");
}

}  // namespace keras::layers
