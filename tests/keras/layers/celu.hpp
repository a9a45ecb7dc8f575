// SPDX-License-Identifier: MIT
#pragma once
// The cases of celu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void celu() {
    using namespace inlay;
    Comparison keras("celu");
    keras.compare<CELU<>, Input<19>>("celu_on_19");
    keras.compare<CELU<>, Input<19>>("celu_0_far_from_zero");
    keras.compare<CELU<0.5>, Input<19>>("celu_0_5_on_19");
    keras.compare<CELU<0.5>, Input<19>>("celu_1_far_from_zero");
}

}  // namespace keras::layers
