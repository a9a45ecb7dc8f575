// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SOFTSIGN_HPP
#define INLAY_ACTIVATION_SOFTSIGN_HPP

#include <inlay/activation/elementwise.hpp>

namespace inlay::INLAY_ABI {

/// y = x / (1 + |x|).
struct Softsign {
    static constexpr std::string_view title = "Softsign", name = "softsign";
    static constexpr bool gradient_reads_input =
        true;  // 1 - |y| has no digits left where x is large

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::div(x, simd::sub(simd::constant<Pack>(1), simd::minus_size(x)));
    }

    /// dx = dy / (1 + |x|)^2
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Pack below = simd::sub(simd::constant<Pack>(1), simd::minus_size(x));
        return simd::div(simd::div(dy, below), below);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Softsign;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SOFTSIGN_HPP
