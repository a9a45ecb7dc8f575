// SPDX-License-Identifier: MIT
#pragma once
// The cases of softplus.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void softplus() {
    using namespace inlay;
    Comparison keras("softplus");
    keras.compare<Softplus, Input<19>>("softplus_on_19");
    keras.compare<Softplus, Input<19>>("softplus_0_far_from_zero");
    keras.compare<LogSigmoid, Input<19>>("log_sigmoid_on_19");
    keras.compare<LogSigmoid, Input<19>>("softplus_1_far_from_zero");
}

}  // namespace keras::layers
