// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_MISH_HPP
#define INLAY_ACTIVATION_MISH_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>

namespace inlay::INLAY_ABI {

/// y = x tanh(ln(1 + e^x)) (Misra 2019).
struct Mish {
    static constexpr std::string_view title = "Mish", name = "mish";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Share<Pack> t(x);
        return simd::mul(x, simd::div(t.above, t.below));
    }

    /// dx = dy (t + x (1 - t^2) / (1 + e^-x))
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Share<Pack> t(x);
        const Pack share = simd::div(t.above, t.below);
        const Pack rest = simd::div(t.rest, t.below);  // 1 - t
        const Pack rise =
            simd::mul(simd::mul(rest, simd::add(simd::constant<Pack>(1), share)), simd::sigmoid(x));
        return simd::mul(dy, simd::fma(x, rise, share));
    }

private:
    /// t = tanh(ln(1 + e^x)) = n / (n + 2), n = e^x (e^x + 2), as a quotient of w = e^-|x|, which
    /// does not overflow.
    template <class Pack>
    struct Share {
        Pack above, below, rest;  ///< n, n + 2 and 2; for x > 0 each times w^2

        INLAY_INLINE explicit Share(Pack x) {
            const Pack one = simd::constant<Pack>(1), two = simd::constant<Pack>(2);
            const Pack w = simd::exp(simd::minus_size(x));
            const auto negative = simd::less(x, simd::zero<typename Pack::scalar>());
            const Pack wide = simd::add(w, w);
            above = simd::select(negative, simd::mul(w, simd::add(w, two)), simd::add(wide, one));
            rest = simd::select(negative, two, simd::mul(wide, w));
            below = simd::add(above, rest);
        }
    };
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Mish;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_MISH_HPP
