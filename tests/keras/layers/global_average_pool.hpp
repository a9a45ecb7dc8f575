// SPDX-License-Identifier: MIT
#pragma once
// The cases of global_average_pool.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void global_average_pool() {
    using namespace inlay;
    Comparison keras("global_average_pool");
    keras.compare<GlobalAveragePool, Input<5, 7, 3>>("global_average_pool_on_5x7x3");
    keras.compare<GlobalAveragePoolWith<KeepDims>,
        Input<5, 4, 3>>("global_average_pool_with_keep_dims_on_5x4x3");
}

}  // namespace keras::layers
