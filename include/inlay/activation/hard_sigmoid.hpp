// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_HARD_SIGMOID_HPP
#define INLAY_ACTIVATION_HARD_SIGMOID_HPP

#include <inlay/activation/elementwise.hpp>

namespace inlay::INLAY_ABI {

/// y = min(max(x + 3, 0), 6) / 6; the derivative at -3 and at 3 is 0, as in Keras.
struct HardSigmoid {
    static constexpr std::string_view title = "HardSigmoid", name = "hard_sigmoid";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>(), six = simd::constant<Pack>(6);
        const Pack high = simd::larger(simd::add(x, simd::constant<Pack>(3)), zero);
        return simd::div(simd::smaller(high, six), six);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        return simd::mul(dy, slope(y));
    }

    /// 1 / 6 where 0 < y < 1
    template <class Pack>
    INLAY_INLINE static Pack slope(Pack y) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        const Pack low = simd::select(simd::less(zero, y), simd::constant<Pack>(1.0 / 6), zero);
        return simd::select(simd::less(y, simd::constant<Pack>(1)), low, zero);
    }
};

/// y = x HardSigmoid(x), also called HardSwish (Howard et al. 2019).
struct HardSiLU {
    static constexpr std::string_view title = "HardSiLU", name = "hard_silu";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::mul(x, HardSigmoid::value(x));
    }

    /// dx = dy (s + x s'), s = HardSigmoid(x)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Pack share = HardSigmoid::value(x);
        return simd::mul(dy, simd::fma(x, HardSigmoid::slope(share), share));
    }
};

using HardSwish = HardSiLU;

/// y = min(max(x, -1), 1); the derivative at -1 and at 1 is 1, as in Keras.
struct HardTanh {
    static constexpr std::string_view title = "HardTanh", name = "hard_tanh";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::smaller(simd::larger(x, simd::constant<Pack>(-1)), simd::constant<Pack>(1));
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        return simd::select(simd::less(simd::minus_size(x), simd::constant<Pack>(-1)),
                            simd::zero<typename Pack::scalar>(), dy);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::HardSigmoid;
using INLAY_ABI::HardSiLU;
using INLAY_ABI::HardSwish;
using INLAY_ABI::HardTanh;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_HARD_SIGMOID_HPP
