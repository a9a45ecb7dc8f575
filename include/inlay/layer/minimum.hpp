// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MINIMUM_HPP
#define INLAY_LAYER_MINIMUM_HPP

#include <inlay/layer/merging.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

namespace merging {

/// y = the smallest x_k, or NaN where there is one
struct Minimum {
    template <class Pack>
    INLAY_INLINE static auto wins(Pack x, Pack best) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::exceeds(simd::sub(zero, x), simd::sub(zero, best));
    }

    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        Pack best = x[0];
        for (std::size_t k = 1; k < Inputs; ++k) best = simd::select(wins(x[k], best), x[k], best);
        return best;
    }

    /// dx_k = dy where input k has won, 0 elsewhere
    template <std::size_t k, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&x)[Inputs], Pack dy) {
        const Pack none = simd::zero<typename Pack::scalar>();
        Pack best = x[0], share = k == 0 ? dy : none;
        for (std::size_t j = 1; j < Inputs; ++j) {
            const auto won = wins(x[j], best);
            best = simd::select(won, x[j], best);
            share = simd::select(won, j == k ? dy : none, share);
        }
        return share;
    }
};

}  // namespace merging

/// The smallest of the outputs of branches, element by element; of equal ones the first receives
/// the gradient.
template <class... Branches>
struct Minimum : Merging<merging::Minimum, Branches...> {
    static constexpr std::string_view title = "Minimum", name = "minimum";
    static constexpr bool backward_reads_input = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Minimum;
}  // namespace inlay

#endif  // INLAY_LAYER_MINIMUM_HPP
