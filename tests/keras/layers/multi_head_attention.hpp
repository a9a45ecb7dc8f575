// SPDX-License-Identifier: MIT
#pragma once
// The cases of multi_head_attention.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void multi_head_attention() {
    using namespace inlay;
    Comparison keras("multi_head_attention");
    keras.compare<MultiHeadAttention<2, 3>, Input<5, 4>>("multi_head_attention_2_3_on_5x4");
    keras.compare<MultiHeadAttention<3, 5, CausalMask, NoBias, ValueDim<2>, OutputDim<7>>,
        Input<9, 4>>("causal_attention");
    keras.compare<Sequential<Masking<0>, MultiHeadAttention<2, 3, CausalMask>>,
        Input<9, 5>>("masking_into_attention");
}

}  // namespace keras::layers
