// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_NORMAL_HPP
#define INLAY_RANDOM_NORMAL_HPP
// Normally distributed numbers with the same bits on every machine: no function of the C library
// but the correctly rounded square root, no fused multiply-add.

#include <inlay/config.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/simd/pack.hpp>

#include <bit>
#include <cstdint>

namespace inlay::INLAY_ABI::randomness {

// Constants are given by their bits or as quotients: under -fsingle-precision-constant a literal is
// a float.
inline constexpr double one = 1;

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
    constexpr auto root_half = std::uint64_t{0x3fe6a09e667f3bcd};
    const auto bits = std::bit_cast<std::uint64_t>(x.value) - root_half;
    const Strict n{static_cast<double>(static_cast<std::int64_t>(bits) >> 52)};
    const Strict m{std::bit_cast<double>((bits & 0x000f'ffff'ffff'ffff) + root_half)};

    // ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ... ) with s = (m - 1) / (m + 1).
    constexpr double series[] = {one / 21, one / 19, one / 17, one / 15, one / 13,
                                 one / 11, one / 9,  one / 7,  one / 5,  one / 3};
    const Strict s = (m - Strict{1}) / (m + Strict{1});
    const Strict s2 = s * s;
    Strict sum{0};
    for (double term : series) sum = sum * s2 + Strict{term};
    constexpr Strict ln2{std::bit_cast<double>(std::uint64_t{0x3fe62e42fefa39ef})};
    return n * ln2 + Strict{2} * (s + s * s2 * sum);
}

/// cos(2 pi u) for 0 <= u <= 1, to about 1e-16.
inline Strict strict_cosine_of_turn(Strict u) {
    // The nearest quarter of a turn, and the angle from there: |angle| <= pi / 4.
    const int quarter = static_cast<int>((u * Strict{4} + Strict{0.5}).value);
    constexpr Strict two_pi{std::bit_cast<double>(std::uint64_t{0x401921fb54442d18})};
    const Strict angle = (u - Strict{quarter * (one / 4)}) * two_pi;
    const Strict square = angle * angle;

    // The series of Taylor: 1 / n! with alternating signs, n even for the cosine, odd for the sine.
    constexpr double cosine[] = {one / 20922789888000,
                                 -one / 87178291200,
                                 one / 479001600,
                                 -one / 3628800,
                                 one / 40320,
                                 -one / 720,
                                 one / 24,
                                 -one / 2,
                                 one};
    constexpr double sine[] = {one / 355687428096000,
                               -one / 1307674368000,
                               one / 6227020800,
                               -one / 39916800,
                               one / 362880,
                               -one / 5040,
                               one / 120,
                               -one / 6,
                               one};
    Strict sum{0};
    for (double term : quarter % 2 == 0 ? cosine : sine) sum = sum * square + Strict{term};
    if (quarter % 2 != 0) sum = sum * angle;
    return quarter == 1 || quarter == 2 ? Strict{0} - sum : sum;
}

/// A standard normal number from two words (G. Box and M. Muller, 1958), at most 6.77 in size.
inline double standard_normal(std::uint32_t radius, std::uint32_t angle) {
    const Strict u{(radius + one / 2) * 0x1p-32};  // never 0
    const Strict square = Strict{-2} * strict_log(u);
    return (Strict{simd::registers::root(square.value)} *
            strict_cosine_of_turn({angle * one * 0x1p-32}))
        .value;
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
