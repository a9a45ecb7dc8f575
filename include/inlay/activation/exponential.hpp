// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_EXPONENTIAL_HPP
#define INLAY_ACTIVATION_EXPONENTIAL_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>

namespace inlay::INLAY_ABI {

/// y = e^x.
struct Exponential {
    static constexpr std::string_view title = "Exponential", name = "exponential";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::exp(x);
    }

    /// dx = dy y
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        return simd::mul(dy, y);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Exponential;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_EXPONENTIAL_HPP
