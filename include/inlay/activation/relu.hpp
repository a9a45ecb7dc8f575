// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_RELU_HPP
#define INLAY_ACTIVATION_RELU_HPP

#include <inlay/activation/elementwise.hpp>

namespace inlay::INLAY_ABI {

/// y = x < 0 ? 0 : x; the derivative at 0 is 0, as in Keras.
struct ReLU {
    static constexpr std::string_view title = "ReLU", name = "re_lu";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::select(simd::less(x, zero), zero, x);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::select(simd::less(zero, y), dy, zero);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReLU;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_RELU_HPP
