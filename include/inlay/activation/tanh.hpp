// SPDX-License-Identifier: MIT
#pragma once

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>

namespace inlay::inline INLAY_ABI {

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

}  // namespace inlay::inline INLAY_ABI
