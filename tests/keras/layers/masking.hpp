// SPDX-License-Identifier: MIT
#pragma once
// The cases of masking.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void masking() {
    using namespace inlay;
    Comparison keras("masking");
    keras.compare<Masking<0>, Input<9, 5>>("masking");
    keras.compare<Sequential<Masking<0>, GlobalAveragePool1D>, Input<9, 5>>("masking_into_pool");
    keras.compare<Masking<-1>, Input<9, 5>>("masking_of_minus_one");
    keras.compare<Sequential<Masking<-1>, GlobalAveragePool1D>,
        Input<9, 5>>("masking_of_minus_one_into_pool");
    keras.compare<Sequential<Masking<-1>, Dense<4, Tanh>, GlobalAveragePool1D>,
        Input<9, 5>>("masking_through_dense_into_pool");
}

}  // namespace keras::layers
