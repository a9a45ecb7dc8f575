// SPDX-License-Identifier: MIT
#pragma once
// The cases of global_max_pool.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void global_max_pool() {
    using namespace inlay;
    Comparison keras("global_max_pool");
    keras.compare<GlobalMaxPool, Input<5, 7, 3>>("global_max_pool_on_5x7x3");
    keras.compare<GlobalMaxPool, Input<5, 7, 3>>("global_max_pool_with_ties");
    keras.compare<GlobalMaxPoolWith<KeepDims>,
        Input<5, 4, 17>>("global_max_pool_with_keep_dims_on_5x4x17");
}

}  // namespace keras::layers
