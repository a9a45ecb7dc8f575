// SPDX-License-Identifier: MIT
#pragma once
// The cases of time_distributed.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void time_distributed() {
    using namespace inlay;
    Comparison keras("time_distributed");
    keras.compare<TimeDistributed<Dense<4>>, Input<5, 3>>("time_distributed_dense_4_on_5x3");
    keras.compare<Sequential<TimeDistributed<Conv2D<3, 3, 3, Same, Strides<2>>>,
        TimeDistributed<Flatten>, GRU<4>>, Input<3, 5, 4, 2>>("convolution_of_each_step");
}

}  // namespace keras::layers
