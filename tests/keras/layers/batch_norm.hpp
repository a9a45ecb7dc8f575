// SPDX-License-Identifier: MIT
#pragma once
// The cases of batch_norm.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void batch_norm() {
    using namespace inlay;
    Comparison keras("batch_norm");
    keras.compare<BatchNorm<>, Input<17>>("batch_norm_on_17_training");
    keras.compare<BatchNorm<>, Input<17>>("batch_norm_on_17_inference");
    keras.compare<BatchNorm<>, Input<3, 5, 17>>("batch_norm_on_3x5x17_training");
    keras.compare<BatchNorm<>, Input<3, 5, 17>>("batch_norm_on_3x5x17_inference");
    keras.compare<BatchNorm<Momentum<0.9>, Epsilon<1e-5>>,
        Input<4, 3, 5>>("batch_norm_far_from_zero");
}

}  // namespace keras::layers
