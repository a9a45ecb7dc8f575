// SPDX-License-Identifier: MIT
#pragma once
// The cases of simple_rnn.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void simple_rnn() {
    using namespace inlay;
    Comparison keras("simple_rnn");
    keras.compare<SimpleRNN<5>, Input<7, 3>>("simple_rnn_5_on_7x3");
    keras.compare<SimpleRNN<4, ReturnSequences, GoBackwards>,
        Input<6, 5>>("simple_rnn_4_return_sequences_go_backwards_on_6x5");
    keras.compare<Sequential<Masking<0>, SimpleRNN<4, ReturnSequences>, SimpleRNN<3, GoBackwards>>,
        Input<9, 5>>("masking_into_simplernn");
}

}  // namespace keras::layers
