// SPDX-License-Identifier: MIT
#pragma once
// The cases of layer_norm.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void layer_norm() {
    using namespace inlay;
    Comparison keras("layer_norm");
    keras.compare<LayerNorm<>, Input<17>>("layer_norm_on_17");
    keras.compare<LayerNorm<Epsilon<1e-6>>, Input<17>>("layer_norm_epsilon_1e_6_on_17");
    keras.compare<LayerNorm<>, Input<3, 5, 7>>("layer_norm_on_3x5x7");
    keras.compare<LayerNorm<Epsilon<1e-6>>, Input<3, 5, 7>>("layer_norm_epsilon_1e_6_on_3x5x7");
    keras.compare<LayerNorm<>, Input<4, 9>>("layer_norm_on_4x9");
    keras.compare<LayerNorm<Epsilon<1e-6>>, Input<4, 9>>("layer_norm_epsilon_1e_6_on_4x9");
    keras.compare<LayerNorm<>, Input<37>>("layer_norm_of_small_numbers");
    keras.compare<LayerNorm<>, Input<5, 3>>("layer_norm_far_from_zero");
}

}  // namespace keras::layers
