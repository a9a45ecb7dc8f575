// SPDX-License-Identifier: MIT
#pragma once
// The cases of activity_regularization.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void activity_regularization() {
    using namespace inlay;
    Comparison keras("activity_regularization");
    keras.compare<ActivityRegularization<L1L2<0.01, 0.02>>,
        Input<9>>("activity_regularization_in_inference");
}

}  // namespace keras::layers
