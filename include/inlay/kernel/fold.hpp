// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_FOLD_HPP
#define INLAY_KERNEL_FOLD_HPP
// Normalizations outside of training: folded into the weights before them, or kept as two rows.

#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// to[k][o] = kernel[k][o] scale[o]      to_bias[o] = (bias[o] - mean[o]) scale[o] + shift[o]
///
/// kernel: [taps][channels]; `bias` may be null; affine(o, lanes) gives mean, scale and shift.
template <class Scalar, class Affine>
void fold(const Scalar* kernel, const Scalar* bias, Scalar* to, std::size_t taps,
          std::size_t channels, Affine&& affine) {
    Scalar* const to_bias = to + taps * channels;
    simd::for_each_pack<Scalar>(channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
        const auto [mean, scale, shift] = affine(o, lanes);
        for (std::size_t k = 0; k < taps; ++k) {
            const auto folded = simd::mul(simd::load_some(kernel + k * channels + o, lanes), scale);
            simd::store_some(to + k * channels + o, folded, lanes);
        }
        const auto start = bias ? simd::load_some(bias + o, lanes) : simd::zero<Scalar>();
        simd::store_some(to_bias + o, simd::fma(simd::sub(start, mean), scale, shift), lanes);
    });
}

/// mean[o], scale[o], shift[o] as three rows.
template <class Scalar, class Affine>
void store_affine(Scalar* to, std::size_t channels, Affine&& affine) {
    simd::for_each_pack<Scalar>(channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
        const auto [mean, scale, shift] = affine(o, lanes);
        simd::store_some(to + o, mean, lanes);
        simd::store_some(to + channels + o, scale, lanes);
        simd::store_some(to + 2 * channels + o, shift, lanes);
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_FOLD_HPP
