// SPDX-License-Identifier: MIT
#pragma once
// The cases of global_max_pool1d.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void global_max_pool1d() {
    using namespace inlay;
    Comparison keras("global_max_pool1d");
    keras.compare<GlobalMaxPool1D, Input<7, 5>>("global_max_pool1d_on_7x5");
}

}  // namespace keras::layers
