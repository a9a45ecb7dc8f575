// SPDX-License-Identifier: MIT
#pragma once
// The cases of rms_norm.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void rms_norm() {
    using namespace inlay;
    Comparison keras("rms_norm");
    keras.compare<RMSNorm<>, Input<3, 5, 7>>("rmsnorm_on_3x5x7");
    keras.compare<RMSNorm<Epsilon<0.1>>, Input<9>>("rmsnorm_epsilon_0_1_on_9");
}

}  // namespace keras::layers
