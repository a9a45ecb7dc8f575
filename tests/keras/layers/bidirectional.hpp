// SPDX-License-Identifier: MIT
#pragma once
// The cases of bidirectional.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void bidirectional() {
    using namespace inlay;
    Comparison keras("bidirectional");
    keras.compare<Bidirectional<LSTM<4>>, Input<6, 3>>("bidirectional_lstm_4_on_6x3");
    keras.compare<Bidirectional<GRU<3, ReturnSequences>, Merge<Add>>,
        Input<5, 4>>("bidirectional_gru_3_return_sequences_merge_add_on_5x4");
    keras.compare<Sequential<Masking<0>, Bidirectional<SimpleRNN<4, ReturnSequences>,
        Merge<Average>>, Bidirectional<LSTM<3>>>, Input<9, 5>>("masking_into_bidirectional");
}

}  // namespace keras::layers
