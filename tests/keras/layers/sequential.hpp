// SPDX-License-Identifier: MIT
#pragma once
// The cases of sequential.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void sequential() {
    using namespace inlay;
    Comparison keras("sequential");
    keras.compare<Sequential<Conv2D<2, 3, 3, ReLU>, MaxPool<2>, Flatten, Dense<3, Softmax>>,
        Input<6, 7, 1>>("sequential_convolution");
    keras.compare<Sequential<Dense<5, Tanh>, Sequential<Sequential<Dense<4>>, Sigmoid>, Dense<3>>,
        Input<6>>("sequential_of_sequentials");
}

}  // namespace keras::layers
