// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_ERF_HPP
#define INLAY_SIMD_ERF_HPP
// The share of a standard normal distribution below x: the same bits in every lane and on every
// machine of one arithmetic. The rational functions are Cody's (Math. Comp. 23, 1969, 631-637).

#include <inlay/simd/math.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::simd {

namespace math {

/// Cody's form of a quotient: ((p0 x + p1) x + ...) / ((x + q1) x + ...), as many as there are.
template <std::size_t Terms>
INLAY_INLINE Pack<float> quotient(Pack<float> x, const float (&p)[Terms + 1],
                                  const float (&q)[Terms]) {
    Pack<float> above = broadcast(p[0]), below = broadcast(1.0f);
    for (std::size_t k = 0; k < Terms; ++k) {
        above = simd::fma(above, x, broadcast(p[k + 1]));
        below = simd::fma(below, x, broadcast(q[k]));
    }
    return div(above, below);
}

}  // namespace math

/// P(X <= x) for a standard normal X: (1 + erf(x / sqrt 2)) / 2, within 5e-7 of the result's size
/// from -9 on (tests/simd/erf.cpp).
INLAY_INLINE Pack<float> normal_share(Pack<float> x) {
    using namespace math;
    const auto one = broadcast(1.0f);
    const auto sign = bit_and(bits_of(x), words(sign_bit));
    const auto whole_size = pack_of(bit_and(bits_of(x), words(~sign_bit)));
    const auto far_out = broadcast(20.0f);  // where the share is 0 and 1
    const auto size = select(less(far_out, whole_size), far_out, whole_size);
    const auto z = mul(size, broadcast(0.707106781f));
    const auto z2 = mul(z, z);

    // erf z near 0; e^(z^2) erfc z up to 4; the same by 1 / z^2 beyond.
    const auto near =
        mul(z, quotient<4>(z2,
                           {0.185777706184603153f, 3.16112374387056560f, 113.864154151050156f,
                            377.485237685302021f, 3209.37758913846947f},
                           {23.6012909523441209f, 244.024637934444173f, 1282.61652607737228f,
                            2844.23683343917062f}));
    const auto middle = quotient<8>(
        z,
        {2.15311535474403846e-8f, 0.564188496988670089f, 8.88314979438837594f, 66.1191906371416295f,
         298.635138197400131f, 881.952221241769090f, 1712.04761263407058f, 2051.07837782607147f,
         1230.33935479799725f},
        {15.7449261107098347f, 117.693950891312499f, 537.181101862009858f, 1621.38957456669019f,
         3290.79923573345963f, 4362.61909014324716f, 3439.36767414372164f, 1230.33935480374942f});
    const auto safe = larger(z, one);
    const auto w = div(one, mul(safe, safe));
    const auto tail =
        quotient<5>(w,
                    {1.63153871373020978e-2f, 3.05326634961232344e-1f, 3.60344899949804439e-1f,
                     1.25781726111229246e-1f, 1.60837851487422766e-2f, 6.58749161529837803e-4f},
                    {2.56852019228982242f, 1.87295284992346725f, 5.27905102951428412e-1f,
                     6.05183413124413191e-2f, 2.33520497626869185e-3f});
    const auto far = div(sub(broadcast(0.564189584f), mul(w, tail)), safe);

    // e^(-x^2 / 2) = e^(-h^2 / 2) e^(-(x - h)(x + h) / 2), h having few digits.
    const auto shifted = simd::fma(size, broadcast(16.0f), broadcast(whole));
    const auto high = mul(sub(shifted, broadcast(whole)), broadcast(0.0625f));
    const auto rest = mul(mul(sub(size, high), add(size, high)), broadcast(-0.5f));
    const auto decay = mul(exp(mul(mul(high, high), broadcast(-0.5f))), exp(rest));
    const auto beyond =
        mul(broadcast(0.5f), mul(decay, select(less(z, broadcast(4.0f)), middle, far)));
    const auto below = select(less(x, zero<float>()), beyond, sub(one, beyond));
    const auto inner =
        simd::fma(pack_of(bit_or(bits_of(near), sign)), broadcast(0.5f), broadcast(0.5f));
    return select(less(z, broadcast(0.46875f)), inner, below);
}

INLAY_INLINE Pack<double> normal_share(Pack<double> x) {
    return {0.5 * __builtin_erfc(x.value * -0.70710678118654752440)};
}

}  // namespace inlay::INLAY_ABI::simd

#endif  // INLAY_SIMD_ERF_HPP
