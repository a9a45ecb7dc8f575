// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SUBTRACT_HPP
#define INLAY_LAYER_SUBTRACT_HPP

#include <inlay/layer/merging.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

namespace merging {

/// y = x_1 - x_2
struct Subtract {
    template <class Pack>
    INLAY_INLINE static Pack value(const Pack (&x)[2]) {
        return simd::sub(x[0], x[1]);
    }

    template <std::size_t k, class Pack>
    INLAY_INLINE static Pack gradient(const Pack (&)[2], Pack dy) {
        return k == 0 ? dy : simd::sub(simd::zero<typename Pack::scalar>(), dy);
    }
};

}  // namespace merging

/// The output of the first branch less that of the second.
template <class First, class Second>
struct Subtract : Merging<merging::Subtract, First, Second> {
    static constexpr std::string_view title = "Subtract", name = "subtract";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Subtract;
}  // namespace inlay

#endif  // INLAY_LAYER_SUBTRACT_HPP
