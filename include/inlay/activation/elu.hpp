// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_ELU_HPP
#define INLAY_ACTIVATION_ELU_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// y = x > 0 ? x : Alpha (e^x - 1) (Clevert et al. 2016). Alpha is at least 0, and 1 unless said;
/// the derivative at 0 is Alpha.
template <Number Alpha = 1>
struct ELU {
    static constexpr std::string_view title = "ELU", name = "elu";
    static constexpr Need need{Alpha.value >= 0, "a factor of at least 0", "ELU<1.5>"};

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>(), low = simd::smaller(x, zero);
        return simd::select(simd::less(zero, x), x,
                            simd::mul(simd::constant<Pack>(Alpha.value), simd::expm1(low)));
    }

    /// dx = dy, or dy Alpha e^x = dy (y + Alpha)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack slope = simd::add(y, simd::constant<Pack>(Alpha.value));
        return simd::select(simd::less(simd::zero<typename Pack::scalar>(), y), dy,
                            simd::mul(dy, slope));
    }
};

/// y = s x where x > 0, s a (e^x - 1) elsewhere, with the s and a that keep mean 0 and variance 1
/// (Klambauer et al. 2017). The derivative at 0 is s.
struct SELU {
    static constexpr std::string_view title = "SELU", name = "selu";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        const Pack low =
            simd::mul(simd::constant<Pack>(below), simd::expm1(simd::smaller(x, zero)));
        return simd::select(simd::less(x, zero), low, simd::mul(x, simd::constant<Pack>(scale)));
    }

    /// dx = dy s, or dy s a e^x = dy (y + s a)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack slope = simd::add(y, simd::constant<Pack>(below));
        return simd::mul(dy, simd::select(simd::less(y, simd::zero<typename Pack::scalar>()), slope,
                                          simd::constant<Pack>(scale)));
    }

private:
    static constexpr double scale = 1.0507009873554805, below = 1.7580993408473769;  // s, s a
};

/// y = x > 0 ? x : Alpha (e^(x / Alpha) - 1) (Barron 2017), smooth for every Alpha, which is above
/// 0, and 1 unless said.
template <Number Alpha = 1>
struct CELU {
    static constexpr std::string_view title = "CELU", name = "celu";
    static constexpr Need need{Alpha.value > 0, "a factor above 0", "CELU<1.5>"};

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>(),
                   alpha = simd::constant<Pack>(Alpha.value);
        const Pack low = simd::div(simd::smaller(x, zero), alpha);
        return simd::select(simd::less(zero, x), x, simd::mul(alpha, simd::expm1(low)));
    }

    /// dx = dy, or dy e^(x / Alpha) = dy (y / Alpha + 1)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack zero = simd::zero<typename Pack::scalar>(),
                   alpha = simd::constant<Pack>(Alpha.value);
        const Pack slope =
            simd::add(simd::div(simd::smaller(y, zero), alpha), simd::constant<Pack>(1));
        return simd::mul(dy, slope);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CELU;
using INLAY_ABI::ELU;
using INLAY_ABI::SELU;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_ELU_HPP
