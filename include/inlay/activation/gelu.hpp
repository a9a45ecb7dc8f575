// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_GELU_HPP
#define INLAY_ACTIVATION_GELU_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/erf.hpp>

namespace inlay::INLAY_ABI {

/// y = x P(X <= x) for a standard normal X (Hendrycks and Gimpel 2016).
struct GELU {
    static constexpr std::string_view title = "GELU", name = "gelu";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::mul(x, simd::normal_share(x));
    }

    /// dx = dy (P(X <= x) + x e^(-x^2 / 2) / sqrt(2 pi))
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        using Scalar = typename Pack::scalar;
        const Pack half = simd::mul(x, simd::broadcast(static_cast<Scalar>(-0.5)));
        const Pack density = simd::mul(simd::exp(simd::mul(half, x)),
                                       simd::broadcast(static_cast<Scalar>(0.3989422804014327)));
        return simd::mul(dy, simd::fma(x, density, simd::normal_share(x)));
    }
};

/// GELU by a hyperbolic tangent: y = x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2.
struct GELUTanh {
    static constexpr std::string_view title = "GELU", name = "gelu";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::mul(x, share(x));
    }

    /// dx = dy (s + x s'), s being the share of x
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Pack s = share(x), x2 = simd::mul(x, x);
        // s' = 2 s (1 - s) z'
        const Pack slope =
            simd::fma(x2, simd::constant<Pack>(3 * 0.044715 * root), simd::constant<Pack>(root));
        const Pack spread = simd::mul(simd::add(s, s), simd::sub(simd::constant<Pack>(1), s));
        return simd::mul(dy, simd::fma(simd::mul(x, spread), slope, s));
    }

private:
    static constexpr double root = 0.7978845608028654;  // sqrt(2 / pi)

    /// (1 + tanh z) / 2 = sigmoid(2 z)
    template <class Pack>
    INLAY_INLINE static Pack share(Pack x) {
        const Pack x2 = simd::mul(x, x);
        const Pack inner = simd::fma(x2, simd::constant<Pack>(2 * 0.044715 * root),
                                     simd::constant<Pack>(2 * root));
        return simd::sigmoid(simd::mul(x, inner));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GELU;
using INLAY_ABI::GELUTanh;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_GELU_HPP
