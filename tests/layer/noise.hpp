// SPDX-License-Identifier: MIT
#pragma once
// Layers of noise: what they make of a batch in training, and of which random word.

#include "step.hpp"

#include <doctest/doctest.h>

#include <inlay/random/stream.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace noise {

using namespace inlay;

/// What a network makes of a batch in training.
template <class Net, class In>
std::vector<float> train(const std::vector<float>& x, std::uint64_t seed = 1,
                         std::uint64_t number = 0) {
    using Bound = Network<Net, In>;
    const std::size_t batch = x.size() / In::shape.size();
    const std::vector<float> none(1), targets(batch * Bound::output_shape.size());
    std::vector<float> outputs(targets.size(), -1);
    step::take<Bound>(step::Cotangent<float>{targets.data(), outputs.data()}, x, none, none,
                      Targets<float>{nullptr, targets.data()}, batch, seed, number);
    return outputs;
}

/// The random word of number k of an example, in a network of one layer.
inline std::uint32_t word(std::uint64_t seed, std::uint64_t step, std::size_t example,
                          std::size_t k) {
    using namespace inlay::INLAY_ABI::randomness;
    const Stream stream(seed, Purpose::noise, step << 16);
    return stream.block((example << 28 | k / 64) * 16 + k % 16).word[k % 64 / 16];
}

/// P(word below this one): what a rate is compared with.
inline double share(std::uint32_t word) { return word * 0x1p-32; }

/// The standard normal number that as many are below as words are below this one, by bisection.
inline double normal(std::uint32_t word) {
    const double wanted = ((word >> 9) + 0.5) * 0x1p-23;
    double low = -6, high = 6;
    while (high - low > 1e-9) {
        const double middle = (low + high) / 2;
        (std::erfc(-middle * std::sqrt(0.5)) / 2 < wanted ? low : high) = middle;
    }
    return low;
}

enum class Whose { element, channel };

/// Checks what a layer makes of eleven examples in training against change(x, word), where the word
/// is that of the element or of its channel. Some elements are infinite.
template <class Layer, class In, class Change>
void check_changes(Whose whose, Change change) {
    constexpr std::size_t size = In::shape.size(), channels = In::shape.last(), count = 11;
    std::vector<float> x(count * size);
    for (std::size_t k = 0; k < x.size(); ++k)
        x[k] = k % 19 == 3 ? std::numeric_limits<float>::infinity()
                           : static_cast<float>(k % 97) / 16 - 3;
    const auto y = train<Layer, In>(x, 7, 4);
    REQUIRE(y.size() == x.size());
    std::size_t wrong = 0;
    for (std::size_t k = 0; k < x.size(); ++k) {
        const std::size_t number = whose == Whose::channel ? k % channels : k % size;
        const double wanted = change(static_cast<double>(x[k]), word(7, 4, k / size, number));
        const double found = static_cast<double>(y[k]);
        wrong += found != wanted && !(std::abs(found - wanted) <= 3e-6 * (1 + std::abs(wanted)));
    }
    CHECK(wrong == 0);
}

}  // namespace noise
