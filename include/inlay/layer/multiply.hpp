// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MULTIPLY_HPP
#define INLAY_LAYER_MULTIPLY_HPP

#include <inlay/layer/merging.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

namespace merging {

/// y = product_k x_k
struct Multiply {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        Pack product = x[0];
        for (std::size_t k = 1; k < Inputs; ++k) product = simd::mul(product, x[k]);
        return product;
    }

    /// dx_k = dy times the others
    template <std::size_t k, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&x)[Inputs], Pack dy) {
        for (std::size_t j = 0; j < Inputs; ++j)
            if (j != k) dy = simd::mul(dy, x[j]);
        return dy;
    }
};

}  // namespace merging

/// The product of branches, element by element.
template <class... Branches>
struct Multiply : Merging<merging::Multiply, Branches...> {
    static constexpr std::string_view title = "Multiply", name = "multiply";
    static constexpr bool backward_reads_input = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Multiply;
}  // namespace inlay

#endif  // INLAY_LAYER_MULTIPLY_HPP
