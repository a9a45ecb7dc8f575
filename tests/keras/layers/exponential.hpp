// SPDX-License-Identifier: MIT
#pragma once
// The cases of exponential.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void exponential() {
    using namespace inlay;
    Comparison keras("exponential");
    keras.compare<Exponential, Input<19>>("exponential_on_19");
}

}  // namespace keras::layers
