// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_SHADE_HPP
#define INLAY_KERNEL_SHADE_HPP
// Images made lighter or darker, more or less contrasting, within a range of values.

#include <inlay/kernel/places.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// What becomes of an image.
struct Shade {
    double factor = 1, term = 0;
    double least = 0, most = 255;
    bool about_mean = false;  ///< the factor is one of the distance from the channel's mean
};

/// Some channels of an image [cells][channels].
template <class Scalar>
struct ShadedChannels {
    simd::Pack<Scalar> mean, factor, offset, least, most;

    INLAY_INLINE ShadedChannels(const Scalar* x, std::size_t cells, std::size_t channels, int lanes,
                                const Shade& shade)
        : mean(simd::zero<Scalar>()),
          factor(simd::constant<simd::Pack<Scalar>>(shade.factor)),
          offset(simd::constant<simd::Pack<Scalar>>(shade.term)),
          least(simd::constant<simd::Pack<Scalar>>(shade.least)),
          most(simd::constant<simd::Pack<Scalar>>(shade.most)) {
        if (!shade.about_mean) return;
        const auto sum = sum_places<Scalar, any_number_of_rows>(
            {1, cells}, [&](auto chain, std::size_t, std::size_t q) INLAY_INLINE_LAMBDA {
                return simd::add(chain, simd::load_some(x + q * channels, lanes));
            });
        mean = simd::div(sum, simd::broadcast(static_cast<Scalar>(cells)));
        offset = simd::add(mean, offset);
    }

    /// (x - mean) factor + mean + term
    INLAY_INLINE simd::Pack<Scalar> value(simd::Pack<Scalar> x) const {
        return simd::fma(simd::sub(x, mean), factor, offset);
    }
    INLAY_INLINE simd::Pack<Scalar> cut(simd::Pack<Scalar> value) const {
        return simd::smaller(simd::larger(value, least), most);
    }
    /// dy where nothing was cut, else 0.
    INLAY_INLINE simd::Pack<Scalar> passed(simd::Pack<Scalar> value, simd::Pack<Scalar> dy) const {
        const auto zero = simd::zero<Scalar>();
        return simd::select(simd::less(value, least), zero,
                            simd::select(simd::less(most, value), zero, dy));
    }
};

/// y[q, c] = (x[q, c] - m[c]) factor + m[c] + term, no less than least, no more than most; m[c] is
/// the mean of x[q, c] over q, or 0
template <class Scalar>
INLAY_NOINLINE void shade(const Scalar* x, Scalar* y, std::size_t cells, std::size_t channels,
                          const Shade& shade) {
    simd::for_each_pack<Scalar>(channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
        const ShadedChannels<Scalar> shaded(x + c, cells, channels, lanes, shade);
        for (std::size_t k = c; k < cells * channels; k += channels)
            simd::store_some(y + k, shaded.cut(shaded.value(simd::load_some(x + k, lanes))), lanes);
    });
}

/// dx[q, c] (+)= factor d[q, c] + (1 - factor) mean over q of d[q, c], without the mean where m is
/// 0; d is dy where nothing was cut, else 0
template <bool accumulate, class Scalar>
INLAY_NOINLINE void shade_gradient(const Scalar* x, const Scalar* dy, Scalar* dx, std::size_t cells,
                                   std::size_t channels, const Shade& shade) {
    simd::for_each_pack<Scalar>(channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
        const ShadedChannels<Scalar> shaded(x + c, cells, channels, lanes, shade);
        const auto passed = [&](std::size_t q) INLAY_INLINE_LAMBDA {
            const std::size_t k = c + q * channels;
            return shaded.passed(shaded.value(simd::load_some(x + k, lanes)),
                                 simd::load_some(dy + k, lanes));
        };
        auto share = simd::zero<Scalar>();
        if (shade.about_mean) {
            const auto sum = sum_places<Scalar, any_number_of_rows>(
                {1, cells}, [&](auto chain, std::size_t, std::size_t q)
                                INLAY_INLINE_LAMBDA { return simd::add(chain, passed(q)); });
            const double each = (1 - shade.factor) / static_cast<double>(cells);
            share = simd::mul(sum, simd::constant<simd::Pack<Scalar>>(each));
        }
        for (std::size_t q = 0; q < cells; ++q) {
            Scalar* const to = dx + c + q * channels;
            auto value = simd::fma(shaded.factor, passed(q), share);
            if constexpr (accumulate) value = simd::add(simd::load_some(to, lanes), value);
            simd::store_some(to, value, lanes);
        }
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_SHADE_HPP
