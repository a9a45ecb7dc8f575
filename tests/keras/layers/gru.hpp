// SPDX-License-Identifier: MIT
#pragma once
// The cases of gru.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void gru() {
    using namespace inlay;
    Comparison keras("gru");
    keras.compare<GRU<5>, Input<7, 3>>("gru_5_on_7x3");
    keras.compare<GRU<4, ReturnSequences, GoBackwards, ResetBefore>,
        Input<6, 5>>("gru_4_return_sequences_go_backwards_reset_before_on_6x5");
    keras.compare<Sequential<Masking<0>, GRU<4, ReturnSequences>, GRU<3, GoBackwards>>,
        Input<9, 5>>("masking_into_gru");
    keras.compare<GRU<17, NoBias, Sigmoid, RecurrentActivation<Tanh>>,
        Input<3, 4>>("gru_17_no_bias_sigmoid_recurrent_activation_tanh_on_3x4");
}

}  // namespace keras::layers
