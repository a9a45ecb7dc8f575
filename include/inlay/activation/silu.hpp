// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SILU_HPP
#define INLAY_ACTIVATION_SILU_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>

namespace inlay::INLAY_ABI {

/// y = x / (1 + exp(-x)), also called swish.
struct SiLU {
    static constexpr std::string_view title = "SiLU", name = "silu";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::mul(x, simd::sigmoid(x));
    }

    /// dx = dy s (1 + x (1 - s)), s = 1 / (1 + exp(-x))
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Pack one = simd::broadcast<typename Pack::scalar>(1), s = simd::sigmoid(x);
        return simd::mul(dy, simd::mul(s, simd::fma(x, simd::sub(one, s), one)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SiLU;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SILU_HPP
