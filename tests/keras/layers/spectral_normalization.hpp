// SPDX-License-Identifier: MIT
#pragma once
// The cases of spectral_normalization.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void spectral_normalization() {
    using namespace inlay;
    Comparison keras("spectral_normalization");
    keras.compare<SpectralNormalization<Dense<5>>, Input<7>>("spectral_normalization_dense_5_on_7");
    keras.compare<SpectralNormalization<Dense<5>>, Input<7>>("outside_of_training");
    keras.compare<SpectralNormalization<Conv2D<4, 3, 3, ReLU, NoBias>, PowerIterations<3>>,
        Input<4, 5, 2>>("three_iterations");
    keras.compare<SpectralNormalization<Embedding<9, 4>>, Input<5>>("embeddings");
}

}  // namespace keras::layers
