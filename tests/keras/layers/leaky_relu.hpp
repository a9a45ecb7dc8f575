// SPDX-License-Identifier: MIT
#pragma once
// The cases of leaky_relu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void leaky_relu() {
    using namespace inlay;
    Comparison keras("leaky_relu");
    keras.compare<LeakyReLU<0.2>, Input<19>>("leaky_relu_0_2_on_19");
    keras.compare<LeakyReLU<0.2>, Input<19>>("leaky_relu_0_far_from_zero");
    keras.compare<LeakyReLU<0.2>, Input<19>>("leaky_relu_0_where_it_bends");
}

}  // namespace keras::layers
