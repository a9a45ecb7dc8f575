// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_LEAKY_RELU_HPP
#define INLAY_ACTIVATION_LEAKY_RELU_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// y = x > 0 ? x : Slope x; the derivative at 0 is Slope, which is at least 0 and always written:
/// LeakyReLU<0.2>.
template <Number Slope>
struct LeakyReLU {
    static constexpr std::string_view title = "LeakyReLU", name = "leaky_re_lu";
    static constexpr Need need{Slope.value >= 0, "a slope of at least 0", "LeakyReLU<0.2>"};

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return bent(x, x);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        return bent(y, dy);
    }

private:
    /// a where `by` is positive, Slope a elsewhere
    template <class Pack>
    INLAY_INLINE static Pack bent(Pack by, Pack a) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::select(simd::less(zero, by), a,
                            simd::mul(a, simd::constant<Pack>(Slope.value)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LeakyReLU;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_LEAKY_RELU_HPP
