// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SOFTPLUS_HPP
#define INLAY_ACTIVATION_SOFTPLUS_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>

namespace inlay::INLAY_ABI {

/// y = ln(1 + e^x).
struct Softplus {
    static constexpr std::string_view title = "Softplus", name = "softplus";

    /// max(x, 0) + ln(1 + e^-|x|): nothing overflows, and small results keep their digits.
    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack rest = simd::log1p(simd::exp(simd::minus_size(x)));
        return simd::add(simd::larger(x, simd::zero<typename Pack::scalar>()), rest);
    }

    /// dx = dy / (1 + e^-x) = dy (1 - e^-y)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::mul(dy, simd::sub(zero, simd::expm1(simd::sub(zero, y))));
    }
};

/// y = ln(1 / (1 + e^-x)) = -Softplus(-x).
struct LogSigmoid {
    static constexpr std::string_view title = "LogSigmoid", name = "log_sigmoid";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack rest = simd::log1p(simd::exp(simd::minus_size(x)));
        return simd::sub(simd::smaller(x, simd::zero<typename Pack::scalar>()), rest);
    }

    /// dx = dy / (1 + e^x) = dy (1 - e^y)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        return simd::mul(dy, simd::sub(simd::zero<typename Pack::scalar>(), simd::expm1(y)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LogSigmoid;
using INLAY_ABI::Softplus;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SOFTPLUS_HPP
