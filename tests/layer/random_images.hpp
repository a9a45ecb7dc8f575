// SPDX-License-Identifier: MIT
#pragma once
// Layers that change images at random: what they make of a batch in training, and their words.

#include "noise.hpp"

#include <cstddef>
#include <vector>

namespace images {

using namespace inlay;

/// Which of its words an example draws.
constexpr std::size_t word_number(std::size_t k) { return 16 * k; }

/// The number from `low` to `high` that word k of an example decides, in step 4 of seed 7.
inline double drawn(double low, double high, std::size_t example, std::size_t k) {
    return low + (high - low) * noise::share(noise::word(7, 4, example, word_number(k)));
}

/// What a layer makes of `count` examples in that step.
template <class Layer, class In>
std::vector<float> train(const std::vector<float>& x) {
    return noise::train<Layer, In>(x, 7, 4);
}

/// Images whose element k is k.
template <class In>
std::vector<float> ramps(std::size_t count) {
    std::vector<float> x(count * In::shape.size());
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k % In::shape.size());
    return x;
}

}  // namespace images
