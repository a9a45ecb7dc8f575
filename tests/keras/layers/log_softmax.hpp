// SPDX-License-Identifier: MIT
#pragma once
// The cases of log_softmax.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void log_softmax() {
    using namespace inlay;
    Comparison keras("log_softmax");
    keras.compare<LogSoftmax, Input<19>>("log_softmax_on_19");
    keras.compare<LogSoftmax, Input<19>>("log_softmax_far_from_zero");
    keras.compare<LogSoftmax, Input<2, 3, 5>>("log_softmax_on_2x3x5");
}

}  // namespace keras::layers
