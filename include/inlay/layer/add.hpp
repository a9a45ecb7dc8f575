// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADD_HPP
#define INLAY_LAYER_ADD_HPP

#include <inlay/layer/merging.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

namespace merging {

/// y = sum_k x_k
struct Add {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        Pack sum = x[0];
        for (std::size_t k = 1; k < Inputs; ++k) sum = simd::add(sum, x[k]);
        return sum;
    }

    template <std::size_t, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&)[Inputs], Pack dy) {
        return dy;
    }
};

}  // namespace merging

/// The sum of branches that read the same input: a residual block is Add<Sequential<...>,
/// Identity>.
template <class... Branches>
struct Add : Merging<merging::Add, Branches...> {
    static constexpr std::string_view title = "Add", name = "add";
    static constexpr Role role = Role::addition;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Add;
}  // namespace inlay

#endif  // INLAY_LAYER_ADD_HPP
