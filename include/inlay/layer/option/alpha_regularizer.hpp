// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_ALPHA_REGULARIZER_HPP
#define INLAY_LAYER_OPTION_ALPHA_REGULARIZER_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// A part of the loss that the alpha of a PReLU has: PReLU<AlphaRegularizer<L2<1e-4>>>.
template <class Rule>
struct AlphaRegularizer {
    static constexpr option::Kind kind = "alpha regularizer";
    static constexpr Penalty penalty = Rule::penalty;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AlphaRegularizer;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_ALPHA_REGULARIZER_HPP
