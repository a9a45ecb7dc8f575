// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_TANH_HPP
#define INLAY_ACTIVATION_TANH_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>

namespace inlay::INLAY_ABI {

/// y = tanh(x).
struct Tanh {
    static constexpr std::string_view title = "Tanh", name = "tanh";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::tanh(x);
    }

    /// dx = dy (1 - y) (1 + y)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack one = simd::broadcast<typename Pack::scalar>(1);
        return simd::mul(dy, simd::mul(simd::sub(one, y), simd::add(one, y)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Tanh;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_TANH_HPP
