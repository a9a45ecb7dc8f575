// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_STRICT_HPP
#define INLAY_SIMD_STRICT_HPP
// Functions of doubles with the same bits on every machine: no function of the C library, no fused
// multiply-add.

#include <inlay/config.hpp>
#include <inlay/simd/pack.hpp>

#include <bit>
#include <cstdint>

namespace inlay::INLAY_ABI::simd {

// Constants are given by their bits or as quotients: under -fsingle-precision-constant a literal is
// a float.
inline constexpr double exactly_one = 1;

/// A double whose products no compiler fuses with a later sum.
struct Strict {
    double value;

    INLAY_INLINE friend Strict operator+(Strict a, Strict b) { return {a.value + b.value}; }
    INLAY_INLINE friend Strict operator-(Strict a, Strict b) { return {a.value - b.value}; }
    INLAY_INLINE friend Strict operator*(Strict a, Strict b) { return {mul(a.value, b.value)}; }
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
    constexpr double series[] = {
        exactly_one / 21, exactly_one / 19, exactly_one / 17, exactly_one / 15, exactly_one / 13,
        exactly_one / 11, exactly_one / 9,  exactly_one / 7,  exactly_one / 5,  exactly_one / 3};
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
    const Strict angle = (u - Strict{quarter * (exactly_one / 4)}) * two_pi;
    const Strict square = angle * angle;

    // The series of Taylor: 1 / n! with alternating signs, n even for the cosine, odd for the sine.
    constexpr double cosine[] = {exactly_one / 20922789888000,
                                 -exactly_one / 87178291200,
                                 exactly_one / 479001600,
                                 -exactly_one / 3628800,
                                 exactly_one / 40320,
                                 -exactly_one / 720,
                                 exactly_one / 24,
                                 -exactly_one / 2,
                                 exactly_one};
    constexpr double sine[] = {exactly_one / 355687428096000,
                               -exactly_one / 1307674368000,
                               exactly_one / 6227020800,
                               -exactly_one / 39916800,
                               exactly_one / 362880,
                               -exactly_one / 5040,
                               exactly_one / 120,
                               -exactly_one / 6,
                               exactly_one};
    Strict sum{0};
    for (double term : quarter % 2 == 0 ? cosine : sine) sum = sum * square + Strict{term};
    if (quarter % 2 != 0) sum = sum * angle;
    return quarter == 1 || quarter == 2 ? Strict{0} - sum : sum;
}

/// e^x, to about 1e-16 of it; 0 or infinity beyond the numbers a double holds.
inline Strict strict_exp(Strict x) {
    if (!(x.value > -745)) return {x.value <= -745 ? 0 : x.value};
    if (x.value > 709.7) return {std::bit_cast<double>(std::uint64_t{0x7ff} << 52)};
    // x = n ln 2 + r with |r| <= 0.35; ln 2 in two parts, the first of so few bits that n times it
    // is exact.
    constexpr Strict high{std::bit_cast<double>(std::uint64_t{0x3fe62e42fee00000})};
    constexpr Strict low{std::bit_cast<double>(std::uint64_t{0x3dea39ef35793c76})};
    constexpr Strict per{std::bit_cast<double>(std::uint64_t{0x3ff71547652b82fe})};
    const double half = x.value < 0 ? -exactly_one / 2 : exactly_one / 2;
    const int n = static_cast<int>((x * per + Strict{half}).value);
    const Strict r = x - Strict{n * exactly_one} * high - Strict{n * exactly_one} * low;

    // The series of Taylor: 1 + r (1 + r / 2 (1 + r / 3 ...)).
    Strict sum{1};
    for (int k = 14; k > 0; --k) sum = Strict{1} + r * sum / Strict{k * exactly_one};

    // 2^n in two steps, so that each is a number.
    const auto two_to = [](int power) {
        return Strict{std::bit_cast<double>(static_cast<std::uint64_t>(power + 1023) << 52)};
    };
    return sum * two_to(n / 2) * two_to(n - n / 2);
}

/// x^p for x >= 0.
inline Strict strict_power(Strict x, Strict p) {
    if (p.value == 0) return {1};
    return x.value > 0 ? strict_exp(p * strict_log(x)) : Strict{0};
}

}  // namespace inlay::INLAY_ABI::simd

#endif  // INLAY_SIMD_STRICT_HPP
