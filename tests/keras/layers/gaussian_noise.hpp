// SPDX-License-Identifier: MIT
#pragma once
// The cases of gaussian_noise.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void gaussian_noise() {
    using namespace inlay;
    Comparison keras("gaussian_noise");
    keras.compare<GaussianNoise<0.1>, Input<9>>("gaussian_noise_in_inference");
}

}  // namespace keras::layers
