// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MINIMUM_HPP
#define INLAY_LAYER_MINIMUM_HPP

#include <inlay/layer/maximum.hpp>
#include <inlay/layer/merging.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

namespace merging {

struct Smallest {
    template <class Pack>
    INLAY_INLINE static auto wins(Pack x, Pack best) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::exceeds(simd::sub(zero, x), simd::sub(zero, best));
    }
};

}  // namespace merging

/// The smallest of the outputs of branches, element by element; of equal ones the first receives
/// the gradient.
template <class... Branches>
struct Minimum : Merging<merging::Extreme<merging::Smallest>, Branches...> {
    static constexpr std::string_view title = "Minimum", name = "minimum";
    static constexpr bool backward_reads_input = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Minimum;
}  // namespace inlay

#endif  // INLAY_LAYER_MINIMUM_HPP
