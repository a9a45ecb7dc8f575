// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_AVERAGE_HPP
#define INLAY_LAYER_AVERAGE_HPP

#include <inlay/layer/add.hpp>
#include <inlay/layer/merging.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

namespace merging {

/// y = sum_k x_k / inputs
struct Average {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        using Scalar = typename Pack::scalar;
        return simd::div(Add::value(x), simd::broadcast(static_cast<Scalar>(Inputs)));
    }

    template <std::size_t, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&)[Inputs], Pack dy) {
        using Scalar = typename Pack::scalar;
        return simd::div(dy, simd::broadcast(static_cast<Scalar>(Inputs)));
    }
};

}  // namespace merging

/// The mean of branches, element by element.
template <class... Branches>
struct Average : Merging<merging::Average, Branches...> {
    static constexpr std::string_view title = "Average", name = "average";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Average;
}  // namespace inlay

#endif  // INLAY_LAYER_AVERAGE_HPP
