// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MAXIMUM_HPP
#define INLAY_LAYER_MAXIMUM_HPP

#include <inlay/layer/merging.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

namespace merging {

/// y = the x_k that wins over all others in Order, or NaN where there is one
template <class Order>
struct Extreme {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        Pack best = x[0];
        for (std::size_t k = 1; k < Inputs; ++k)
            best = simd::select(Order::wins(x[k], best), x[k], best);
        return best;
    }

    /// dx_k = dy where input k has won, 0 elsewhere
    template <std::size_t k, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&x)[Inputs], Pack dy) {
        const Pack none = simd::zero<typename Pack::scalar>();
        Pack best = x[0], share = k == 0 ? dy : none;
        for (std::size_t j = 1; j < Inputs; ++j) {
            const auto won = Order::wins(x[j], best);
            best = simd::select(won, x[j], best);
            share = simd::select(won, j == k ? dy : none, share);
        }
        return share;
    }
};

struct Largest {
    template <class Pack>
    INLAY_INLINE static auto wins(Pack x, Pack best) {
        return simd::exceeds(x, best);
    }
};

}  // namespace merging

/// The largest of the outputs of branches, element by element; of equal ones the first receives the
/// gradient.
template <class... Branches>
struct Maximum : Merging<merging::Extreme<merging::Largest>, Branches...> {
    static constexpr std::string_view title = "Maximum", name = "maximum";
    static constexpr bool backward_reads_input = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Maximum;
}  // namespace inlay

#endif  // INLAY_LAYER_MAXIMUM_HPP
