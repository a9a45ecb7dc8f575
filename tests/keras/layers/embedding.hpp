// SPDX-License-Identifier: MIT
#pragma once
// The cases of embedding.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void embedding() {
    using namespace inlay;
    Comparison keras("embedding");
    keras.compare<Embedding<11, 5>, Input<7>>("embedding_11_5_on_7");
    keras.compare<Embedding<11, 3>, Input<2, 3>>("embedding_11_3_on_2x3");
    keras.compare<Sequential<Embedding<11, 5>, GlobalAveragePool1D>,
        Input<7>>("embedding_into_pool");
    keras.compare<Sequential<Embedding<11, 5, MaskZero>, GlobalAveragePool1D>,
        Input<7>>("embedding_with_mask_into_pool");
    keras.compare<Sequential<Embedding<11, 5, MaskZero>, Dense<4, Tanh>, GlobalAveragePool1D>,
        Input<7>>("embedding_with_mask_through_dense_into_pool");
}

}  // namespace keras::layers
