// SPDX-License-Identifier: MIT
#pragma once
// The cases of sparse_plus.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void sparse_plus() {
    using namespace inlay;
    Comparison keras("sparse_plus");
    keras.compare<SparsePlus, Input<19>>("sparse_plus_on_19");
    keras.compare<SparsePlus, Input<19>>("sparse_plus_0_far_from_zero");
    keras.compare<SparsePlus, Input<19>>("sparse_plus_0_where_it_bends");
    keras.compare<SparseSigmoid, Input<19>>("sparse_sigmoid_on_19");
    keras.compare<SparseSigmoid, Input<19>>("sparse_plus_1_far_from_zero");
    keras.compare<SparseSigmoid, Input<19>>("sparse_plus_1_where_it_bends");
}

}  // namespace keras::layers
