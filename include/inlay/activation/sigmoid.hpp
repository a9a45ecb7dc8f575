// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SIGMOID_HPP
#define INLAY_ACTIVATION_SIGMOID_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/simd/math.hpp>

namespace inlay::INLAY_ABI {

/// y = 1 / (1 + exp(-x)).
struct Sigmoid {
    static constexpr std::string_view title = "Sigmoid", name = "sigmoid";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::sigmoid(x);
    }

    /// dx = dy y (1 - y)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack one = simd::broadcast<typename Pack::scalar>(1);
        return simd::mul(dy, simd::mul(y, simd::sub(one, y)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Sigmoid;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SIGMOID_HPP
