// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SHRINK_HPP
#define INLAY_ACTIVATION_SHRINK_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// y = x where |x| > Threshold, 0 elsewhere. Threshold is at least 0, and 0.5 unless said.
template <Number Threshold = 0.5>
struct HardShrink {
    static constexpr std::string_view title = "HardShrink", name = "hard_shrink";
    static constexpr Need need{Threshold.value >= 0, "a threshold of at least 0",
                               "HardShrink<0.5>"};

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const auto small =
            simd::less_equal(simd::constant<Pack>(-Threshold.value), simd::minus_size(x));
        return simd::select(small, simd::zero<typename Pack::scalar>(), x);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::select(simd::equal(y, zero), zero, dy);
    }
};

/// y = x - Threshold where x > Threshold, x + Threshold where x < -Threshold, 0 between. Threshold
/// is at least 0, and 0.5 unless said.
template <Number Threshold = 0.5>
struct SoftShrink {
    static constexpr std::string_view title = "SoftShrink", name = "soft_shrink";
    static constexpr Need need{Threshold.value >= 0, "a threshold of at least 0",
                               "SoftShrink<0.5>"};

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>(),
                   by = simd::constant<Pack>(Threshold.value);
        const Pack low = simd::smaller(simd::add(x, by), zero);
        return simd::select(simd::less(by, x), simd::sub(x, by), low);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        return HardShrink<Threshold>::gradient(y, dy);
    }
};

/// y = x - tanh x.
struct TanhShrink {
    static constexpr std::string_view title = "TanhShrink", name = "tanh_shrink";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::sub(x, simd::tanh(x));
    }

    /// dx = dy tanh(x)^2
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Pack t = simd::tanh(x);
        return simd::mul(dy, simd::mul(t, t));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::HardShrink;
using INLAY_ABI::SoftShrink;
using INLAY_ABI::TanhShrink;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SHRINK_HPP
