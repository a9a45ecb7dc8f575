// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_MASKED_MEAN_HPP
#define INLAY_KERNEL_MASKED_MEAN_HPP
// The mean over the steps of a sequence that a mask leaves.

#include <inlay/kernel/places.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// 1 / the number of steps whose mask is not 0; infinity where there is none, as in Keras.
template <class Scalar>
INLAY_INLINE Scalar share_of_steps(const Scalar* mask, std::size_t steps) {
    std::size_t left = 0;
    for (std::size_t q = 0; q < steps; ++q) left += mask[q] != 0;
    return Scalar{1} / static_cast<Scalar>(left);
}

/// y[c] = sum_q m[q] x[q][c] / sum_q m[q]               m: [steps], 0 or 1
template <Map in, Map out, class Scalar>
INLAY_NOINLINE void masked_mean(const Scalar* x, const Scalar* mask, Scalar* y, std::size_t count) {
    constexpr Chains steps{1, in.width()};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size(), mask += in.width()) {
        const auto share = simd::broadcast(share_of_steps(mask, in.width()));
        simd::for_each_pack<Scalar>(
            in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                const auto sum = sum_places<Scalar, steps>(
                    steps, [&](auto chain, std::size_t, std::size_t q) INLAY_INLINE_LAMBDA {
                        if (mask[q] == 0) return chain;
                        return simd::add(
                            chain, simd::load_some(x + in.origin() + q * in.pixel() + c, lanes));
                    });
                simd::store_some(y + out.origin() + c, simd::mul(sum, share), lanes);
            });
    }
}

/// dx[q][c] (+)= m[q] dy[c] / sum_q m[q]
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void masked_mean_gradient(const Scalar* dy, const Scalar* mask, Scalar* dx,
                                         std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dy += out.size(), dx += in.size(), mask += in.width()) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        const auto share = simd::broadcast(share_of_steps(mask, in.width()));
        for (std::size_t q = 0; q < in.width(); ++q) {
            if (mask[q] == 0) continue;
            Scalar* const to = dx + in.origin() + q * in.pixel();
            simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                           int lanes) INLAY_INLINE_LAMBDA {
                const auto term = simd::mul(simd::load_some(dy + out.origin() + c, lanes), share);
                simd::store_some(to + c, simd::add(simd::load_some(to + c, lanes), term), lanes);
            });
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_MASKED_MEAN_HPP
