// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_RELU6_HPP
#define INLAY_ACTIVATION_RELU6_HPP

#include <inlay/activation/elementwise.hpp>

namespace inlay::INLAY_ABI {

/// y = min(max(x, 0), 6); the derivative at 0 and at 6 is 0, as in Keras.
struct ReLU6 {
    static constexpr std::string_view title = "ReLU6", name = "relu6";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::smaller(simd::larger(x, zero), simd::constant<Pack>(6));
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        const Pack risen = simd::select(simd::less(zero, y), dy, zero);
        return simd::select(simd::less(y, simd::constant<Pack>(6)), risen, zero);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReLU6;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_RELU6_HPP
