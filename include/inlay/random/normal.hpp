// SPDX-License-Identifier: MIT
#pragma once
// Normally distributed numbers with the same bits on every machine: no function of the C library
// but the correctly rounded square root, no fused multiply-add.

#include <inlay/config.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/simd/pack.hpp>

#include <bit>
#include <cstdint>

namespace inlay::inline INLAY_ABI::randomness {

/// A double whose products no compiler fuses with a later sum.
struct Strict {
    double value;

    INLAY_INLINE friend Strict operator+(Strict a, Strict b) { return {a.value + b.value}; }
    INLAY_INLINE friend Strict operator-(Strict a, Strict b) { return {a.value - b.value}; }
    INLAY_INLINE friend Strict operator*(Strict a, Strict b) {
        return {simd::mul(a.value, b.value)};
    }
    INLAY_INLINE friend Strict operator/(Strict a, Strict b) { return {a.value / b.value}; }
};

/// ln x for a normal x > 0, to about 1e-16.
inline Strict strict_log(Strict x) {
    // x = 2^n m with sqrt(1/2) <= m < sqrt(2), so that |s| <= 0.172 below.
    constexpr auto root_half = std::bit_cast<std::uint64_t>(0.70710678118654752440);
    const auto bits = std::bit_cast<std::uint64_t>(x.value) - root_half;
    const Strict n{static_cast<double>(static_cast<std::int64_t>(bits) >> 52)};
    const Strict m{std::bit_cast<double>((bits & 0x000f'ffff'ffff'ffff) + root_half)};

    // ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ... ) with s = (m - 1) / (m + 1).
    constexpr double series[] = {1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13,
                                 1.0 / 11, 1.0 / 9,  1.0 / 7,  1.0 / 5,  1.0 / 3};
    const Strict s = (m - Strict{1}) / (m + Strict{1});
    const Strict s2 = s * s;
    Strict sum{0};
    for (double term : series) sum = sum * s2 + Strict{term};
    constexpr Strict ln2{0.69314718055994530942};
    return n * ln2 + Strict{2} * (s + s * s2 * sum);
}

/// cos(2 pi u) for 0 <= u <= 1, to about 1e-16.
inline Strict strict_cosine_of_turn(Strict u) {
    // The nearest quarter of a turn, and the angle from there: |angle| <= pi / 4.
    const int quarter = static_cast<int>((u * Strict{4} + Strict{0.5}).value);
    constexpr Strict two_pi{6.28318530717958647693};
    const Strict angle = (u - Strict{quarter * 0.25}) * two_pi;
    const Strict square = angle * angle;

    // The series of Taylor: 1 / n! with alternating signs, n even for the cosine, odd for the sine.
    constexpr double cosine[] = {1.0 / 20922789888000,
                                 -1.0 / 87178291200,
                                 1.0 / 479001600,
                                 -1.0 / 3628800,
                                 1.0 / 40320,
                                 -1.0 / 720,
                                 1.0 / 24,
                                 -1.0 / 2,
                                 1.0};
    constexpr double sine[] = {1.0 / 355687428096000,
                               -1.0 / 1307674368000,
                               1.0 / 6227020800,
                               -1.0 / 39916800,
                               1.0 / 362880,
                               -1.0 / 5040,
                               1.0 / 120,
                               -1.0 / 6,
                               1.0};
    Strict sum{0};
    for (double term : quarter % 2 == 0 ? cosine : sine) sum = sum * square + Strict{term};
    if (quarter % 2 != 0) sum = sum * angle;
    return quarter == 1 || quarter == 2 ? Strict{0} - sum : sum;
}

/// A standard normal number from two words (G. Box and M. Muller, 1958), at most 6.77 in size.
inline double standard_normal(std::uint32_t radius, std::uint32_t angle) {
    const Strict u{(radius + 0.5) * 0x1p-32};  // never 0
    const Strict square = Strict{-2} * strict_log(u);
    return (Strict{__builtin_sqrt(square.value)} * strict_cosine_of_turn({angle * 0x1p-32})).value;
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

}  // namespace inlay::inline INLAY_ABI::randomness
