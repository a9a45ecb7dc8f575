// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_NORMAL_OF_WORD_HPP
#define INLAY_RANDOM_NORMAL_OF_WORD_HPP
// Normally distributed numbers from one random word each, a register at a time: where every step
// of a training draws as many as a layer has elements.

#include <inlay/config.hpp>
#include <inlay/simd/math.hpp>
#include <inlay/simd/pack.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::randomness {

/// One of the 2^23 odd multiples of 2^-23 between -1 and 1, exactly, from the word's upper bits.
constexpr float symmetric_unit(std::uint32_t word) {
    constexpr std::int32_t whole = 1 << 23;
    return static_cast<float>(static_cast<std::int32_t>(word >> 8 | 1) - whole) * 0x1p-23f;
}

/// sqrt(2) erfinv(u), a standard normal number for a uniform u between -1 and 1: within 1e-6 of its
/// size, at most 5.3 for those of symmetric_unit. M. Giles, "Approximating the erfinv function",
/// GPU Computing Gems Jade Edition, 2011: a polynomial of -ln(1 - u^2), another of its root in the
/// tails.
INLAY_INLINE simd::Pack<float> normal_of_unit(simd::Pack<float> u) {
    using simd::broadcast;
    const auto unit = broadcast(1.0f);
    const auto w = simd::sub(simd::zero<float>(),
                             simd::log(simd::mul(simd::sub(unit, u), simd::add(unit, u))));
    const auto inner =
        simd::math::polynomial(simd::sub(w, broadcast(2.5f)), 2.81022636e-08f, 3.43273939e-07f,
                               -3.5233877e-06f, -4.39150654e-06f, 0.00021858087f, -0.00125372503f,
                               -0.00417768164f, 0.246640727f, 1.50140941f);
    const auto tail =
        simd::math::polynomial(simd::sub(simd::square_root(w), broadcast(3.0f)), -0.000200214257f,
                               0.000100950558f, 0.00134934322f, -0.00367342844f, 0.00573950773f,
                               -0.0076224613f, 0.00943887047f, 1.00167406f, 2.83297682f);
    const auto slope = simd::select(simd::less(w, broadcast(5.0f)), inner, tail);
    return simd::mul(simd::mul(u, broadcast(1.41421356f)), slope);
}

}  // namespace inlay::INLAY_ABI::randomness

#endif  // INLAY_RANDOM_NORMAL_OF_WORD_HPP
