// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_MATH_HPP
#define INLAY_SIMD_MATH_HPP
// exp, expm1, log, log1p, tanh and sigmoid: the same bits in every lane and on every machine of one
// arithmetic (INLAY_HAS_FMA or not). The polynomials are those of Cephes (S. Moshier,
// netlib.org/cephes: single/expf.c, logf.c, tanhf.c). The errors stated are the largest over all
// floats under both arithmetics; tests/simd/math.cpp measures them. Where the processor flushes
// subnormals, results that would be subnormal are 0 and log takes subnormals for 0. Doubles, which
// only gradient checks use, go to the C library.

#include <inlay/config.hpp>
#include <inlay/simd/pack.hpp>

#include <bit>
#include <cstdint>

namespace inlay::INLAY_ABI::simd {

/// Constants of the functions below.
namespace math {

inline constexpr float infinity = __builtin_inff();
inline constexpr float ln2_high = 0.693359375f;  // 10 bits: its products with exponents are exact
inline constexpr float ln2_low = -2.12194440e-4f;

// Adding it rounds a small number to a whole one and leaves that in the low bits.
inline constexpr float whole = 0x1.8p23f;

// c0 x^n + c1 x^(n-1) + ...
INLAY_INLINE Pack<float> polynomial(Pack<float> x, float c0, auto... c) {
    Pack<float> value = broadcast(c0);
    ((value = fma(value, x, broadcast(c))), ...);
    return value;
}

/// x = n ln 2 + r, |r| <= ln 2 / 2.
struct Powers {
    Bits n;              ///< a whole number, may be negative
    Pack<float> excess;  ///< e^r - 1
};

INLAY_INLINE Powers powers(Pack<float> x) {
    const auto shifted = fma(x, broadcast(1.44269504f), broadcast(whole));
    const auto n = sub(shifted, broadcast(whole));
    const auto r = fma(n, broadcast(-ln2_low), fma(n, broadcast(-ln2_high), x));
    const auto p = polynomial(r, 1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f,
                              4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f);
    return {sub(bits_of(shifted), bits_of(broadcast(whole))), fma(p, mul(r, r), r)};
}

INLAY_INLINE Bits words(std::uint32_t word) { return broadcast_bits(word); }
INLAY_INLINE Bits words(float number) { return words(std::bit_cast<std::uint32_t>(number)); }

inline constexpr std::uint32_t sign_bit = 0x80000000;

}  // namespace math

/// e^x: 1.01 ulp; infinity from 88.73 on, subnormal below -87.33, 0 below -103.98.
INLAY_INLINE Pack<float> exp(Pack<float> x) {
    using namespace math;
    x = larger(x, broadcast(-104.0f));
    x = smaller(x, broadcast(89.0f));

    const auto [n, excess] = powers(x);
    const auto power = add(excess, broadcast(1.0f));

    // 2^n in two factors, because n reaches from -150 to 128 and an exponent from -126 to 127.
    const auto exponents = add(n, words(std::uint32_t{2 * 127}));
    const auto half = shift_right(exponents, 1);
    const auto rest = sub(exponents, half);
    return mul(mul(power, pack_of(shift_left(half, 23))), pack_of(shift_left(rest, 23)));
}

/// e^x - 1 for x <= 0: 0.95 ulp; -1 below -16.99.
INLAY_INLINE Pack<float> expm1(Pack<float> x) {
    using namespace math;
    const auto [n, excess] = powers(larger(x, broadcast(-26.0f)));
    const auto scale = pack_of(shift_left(add(n, words(std::uint32_t{127})), 23));
    return fma(excess, scale, sub(scale, broadcast(1.0f)));
}

/// ln x: 0.78 ulp; -infinity for 0, NaN below.
INLAY_INLINE Pack<float> log(Pack<float> x) {
    using namespace math;
    const auto tiny = less(x, broadcast(0x1p-126f));
    const auto scaled = bits_of(select(tiny, mul(x, broadcast(0x1p23f)), x));

    // x = 2^n (1 + f), sqrt(1/2) <= 1 + f < sqrt(2); n becomes a float through its low bits.
    const auto root = words(0.707106781f);
    const auto moved = add(scaled, sub(words(1.0f), root));
    const auto low_bits = bit_or(shift_right(moved, 23), words(0x1p23f));
    const auto bias = select(tiny, broadcast(0x1p23f + 150.0f), broadcast(0x1p23f + 127.0f));
    const auto n = sub(pack_of(low_bits), bias);
    const auto f =
        sub(pack_of(add(bit_and(moved, words(std::uint32_t{0x007fffff})), root)), broadcast(1.0f));

    const auto f2 = mul(f, f);
    auto p = polynomial(f, 7.0376836292e-2f, -1.1514610310e-1f, 1.1676998740e-1f, -1.2420140846e-1f,
                        1.4249322787e-1f, -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f,
                        3.3333331174e-1f);
    p = fma(n, broadcast(ln2_low), mul(mul(p, f2), f));
    p = fma(f2, broadcast(-0.5f), p);
    auto y = fma(n, broadcast(ln2_high), add(f, p));

    y = select(equal(x, broadcast(infinity)), x, y);
    y = select(less_equal(zero<float>(), x), y, broadcast(__builtin_nanf("")));
    return select(equal(x, zero<float>()), broadcast(-infinity), y);
}

/// tanh x: 1.31 ulp; odd to the bit.
INLAY_INLINE Pack<float> tanh(Pack<float> x) {
    using namespace math;
    const auto sign = bit_and(bits_of(x), words(sign_bit));
    const auto size = pack_of(bit_and(bits_of(x), words(~sign_bit)));

    const auto x2 = mul(x, x);
    const auto p = polynomial(x2, -5.70498872745e-3f, 2.06390887954e-2f, -5.37397155531e-2f,
                              1.33314422036e-1f, -3.33332819422e-1f);
    const auto inner = fma(mul(p, x2), size, size);

    const auto one = broadcast(1.0f);
    const auto outer = sub(one, div(broadcast(2.0f), add(exp(add(size, size)), one)));

    const auto y = select(less(size, broadcast(0.625f)), inner, outer);
    return pack_of(bit_or(bits_of(y), sign));
}

/// 1 / (1 + e^-x): 2.4 ulp; nothing overflows on the way.
INLAY_INLINE Pack<float> sigmoid(Pack<float> x) {
    const auto one = broadcast(1.0f);
    const auto decay = exp(pack_of(bit_or(bits_of(x), math::words(math::sign_bit))));  // e^-|x|
    return div(select(less(x, zero<float>()), decay, one), add(one, decay));
}

/// ln(1 + x) for x >= 0: 1.3 ulp. What rounding takes from 1 + x is made good in first order.
INLAY_INLINE Pack<float> log1p(Pack<float> x) {
    const auto one = broadcast(1.0f);
    const auto whole = add(one, x);
    const auto lost = select(less(x, one), sub(x, sub(whole, one)), sub(one, sub(whole, x)));
    const auto y = add(log(whole), div(lost, whole));
    return select(equal(x, broadcast(math::infinity)), x, y);
}

INLAY_INLINE Pack<double> exp(Pack<double> x) { return {__builtin_exp(x.value)}; }
INLAY_INLINE Pack<double> expm1(Pack<double> x) { return {__builtin_expm1(x.value)}; }
INLAY_INLINE Pack<double> log(Pack<double> x) { return {__builtin_log(x.value)}; }
INLAY_INLINE Pack<double> log1p(Pack<double> x) { return {__builtin_log1p(x.value)}; }
INLAY_INLINE Pack<double> tanh(Pack<double> x) { return {__builtin_tanh(x.value)}; }
INLAY_INLINE Pack<double> sigmoid(Pack<double> x) { return {1 / (1 + __builtin_exp(-x.value))}; }

/// Single numbers: the bits of a lane.
INLAY_INLINE float exp(float x) { return first(exp(broadcast(x))); }
INLAY_INLINE float expm1(float x) { return first(expm1(broadcast(x))); }
INLAY_INLINE float log(float x) { return first(log(broadcast(x))); }
INLAY_INLINE float log1p(float x) { return first(log1p(broadcast(x))); }
INLAY_INLINE float tanh(float x) { return first(tanh(broadcast(x))); }
INLAY_INLINE float sigmoid(float x) { return first(sigmoid(broadcast(x))); }
INLAY_INLINE double exp(double x) { return first(exp(broadcast(x))); }
INLAY_INLINE double expm1(double x) { return first(expm1(broadcast(x))); }
INLAY_INLINE double log(double x) { return first(log(broadcast(x))); }
INLAY_INLINE double log1p(double x) { return first(log1p(broadcast(x))); }
INLAY_INLINE double tanh(double x) { return first(tanh(broadcast(x))); }
INLAY_INLINE double sigmoid(double x) { return first(sigmoid(broadcast(x))); }

}  // namespace inlay::INLAY_ABI::simd

#endif  // INLAY_SIMD_MATH_HPP
