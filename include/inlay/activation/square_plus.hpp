// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SQUARE_PLUS_HPP
#define INLAY_ACTIVATION_SQUARE_PLUS_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// y = (x + sqrt(x^2 + B)) / 2 (Barron 2021). B is above 0, and 4 unless said.
template <Number B = 4>
struct SquarePlus {
    static constexpr std::string_view title = "SquarePlus", name = "squareplus";
    static constexpr Need need{B.value > 0, "a smoothness above 0", "SquarePlus<4>"};

    /// With r = sqrt(x^2 + B), where x < 0: y = B / 4 / ((r - x) / 2), a sum instead of a
    /// difference. r is |x| where the square might overflow.
    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>(), half = simd::constant<Pack>(0.5);
        const Pack minus = simd::minus_size(x);
        const Pack near = simd::square_root(simd::fma(x, x, simd::constant<Pack>(B.value)));
        const auto far = simd::less(minus, simd::constant<Pack>(-0x1p60));
        const Pack root = simd::select(far, simd::sub(zero, minus), near);
        const Pack sum = simd::sub(simd::mul(root, half), simd::mul(minus, half));
        return simd::select(simd::less(x, zero), simd::div(simd::constant<Pack>(B.value / 4), sum),
                            sum);
    }

    /// dx = dy (1 + x / r) / 2 = dy y / r, r = y + B / 4 / y
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack quarter = simd::constant<Pack>(B.value / 4);
        const Pack ratio = simd::div(simd::div(quarter, y), y);
        return simd::div(dy, simd::add(simd::constant<Pack>(1), ratio));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SquarePlus;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SQUARE_PLUS_HPP
