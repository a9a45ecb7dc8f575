// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_ACTIVITY_HPP
#define INLAY_KERNEL_ACTIVITY_HPP
// Values that are a part of the loss, by their sizes and their squares.

#include <inlay/config.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// to += l1 sum_k |x[k]| + l2 sum_k x[k]^2 for each of `count` examples of so many elements: eight
/// chains of doubles for each sum, joined in pairs
template <class Scalar>
INLAY_NOINLINE void add_activity(double l1, double l2, const Scalar* x, std::size_t size,
                                 std::size_t count, double& to) {
    constexpr std::size_t chains = 8;
    for (std::size_t n = 0; n < count; ++n, x += size) {
        double sizes[chains]{}, squares[chains]{};
        const auto take = [&](std::size_t chain, Scalar element) INLAY_INLINE_LAMBDA {
            const auto value = static_cast<double>(element);
            sizes[chain] += value < 0 ? -value : value;
            squares[chain] = simd::fma(value, value, squares[chain]);
        };
        std::size_t k = 0;
        for (; size - k >= chains; k += chains)
            for (std::size_t c = 0; c < chains; ++c) take(c, x[k + c]);
        for (std::size_t c = 0; k + c < size; ++c) take(c, x[k + c]);
        for (std::size_t apart = 1; apart < chains; apart *= 2)
            for (std::size_t c = 0; c < chains; c += 2 * apart) {
                sizes[c] += sizes[c + apart];
                squares[c] += squares[c + apart];
            }
        to += simd::mul(l1, sizes[0]) + simd::mul(l2, squares[0]);
    }
}

/// dx[k] (+)= dy[k] + l1 sign(x[k]) + 2 l2 x[k]
template <bool accumulate, class Scalar>
INLAY_NOINLINE void activity_gradient(double l1, double l2, const Scalar* x, const Scalar* dy,
                                      Scalar* dx, std::size_t count) {
    const auto zero = simd::zero<Scalar>();
    const auto up = simd::broadcast(static_cast<Scalar>(l1));
    const auto down = simd::broadcast(static_cast<Scalar>(-l1));
    const auto slope = simd::broadcast(static_cast<Scalar>(2 * l2));
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto value = simd::load_some(x + k, lanes);
        const auto sign = simd::select(simd::less(zero, value), up,
                                       simd::select(simd::less(value, zero), down, zero));
        auto gradient = simd::fma(slope, value, simd::add(simd::load_some(dy + k, lanes), sign));
        if constexpr (accumulate) gradient = simd::add(simd::load_some(dx + k, lanes), gradient);
        simd::store_some(dx + k, gradient, lanes);
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_ACTIVITY_HPP
