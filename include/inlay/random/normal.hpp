// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_NORMAL_HPP
#define INLAY_RANDOM_NORMAL_HPP
// Normally distributed numbers with the same bits on every machine: no function of the C library
// but the correctly rounded square root, no fused multiply-add.

#include <inlay/config.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/simd/strict.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::randomness {

using simd::exactly_one;
using simd::Strict;
using simd::strict_cosine_of_turn;
using simd::strict_log;

/// A standard normal number from two words (G. Box and M. Muller, 1958), at most 6.77 in size.
inline double standard_normal(std::uint32_t radius, std::uint32_t angle) {
    const Strict u{(radius + exactly_one / 2) * 0x1p-32};  // never 0
    const Strict square = Strict{-2} * strict_log(u);
    return (Strict{simd::registers::root(square.value)} *
            strict_cosine_of_turn({angle * exactly_one * 0x1p-32}))
        .value;
}

/// Element i of a sequence of standard normal numbers.
inline double normal(const Stream& stream, std::uint64_t i) {
    const Counter words = stream.block(i / 2);
    const std::uint64_t pair = i % 2 * 2;
    return standard_normal(words.word[pair], words.word[pair + 1]);
}

/// Element i of a sequence of standard normal numbers, drawn anew beyond -2 and 2 as in Keras's
/// TruncatedNormal. Each element has 2^16 words of the stream to itself.
inline double truncated_normal(const Stream& stream, std::uint64_t i) {
    for (std::uint64_t block = i << 14;; ++block) {
        const Counter words = stream.block(block);
        for (int pair = 0; pair < 4; pair += 2) {
            const double value = standard_normal(words.word[pair], words.word[pair + 1]);
            if (-2 <= value && value <= 2) return value;
        }
    }
}

}  // namespace inlay::INLAY_ABI::randomness

#endif  // INLAY_RANDOM_NORMAL_HPP
