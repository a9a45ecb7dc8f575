// SPDX-License-Identifier: MIT
#pragma once
// The cases of lstm.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void lstm() {
    using namespace inlay;
    Comparison keras("lstm");
    keras.compare<LSTM<5>, Input<7, 3>>("lstm_5_on_7x3");
    keras.compare<LSTM<4, ReturnSequences, GoBackwards>,
        Input<6, 5>>("lstm_4_return_sequences_go_backwards_on_6x5");
    keras.compare<Sequential<Masking<0>, LSTM<4, ReturnSequences>, LSTM<3, GoBackwards>>,
        Input<9, 5>>("masking_into_lstm");
    keras.compare<LSTM<17, NoBias, Sigmoid, RecurrentActivation<Tanh>>,
        Input<3, 4>>("lstm_17_no_bias_sigmoid_recurrent_activation_tanh_on_3x4");
}

}  // namespace keras::layers
