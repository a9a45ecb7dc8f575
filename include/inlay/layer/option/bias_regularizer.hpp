// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_BIAS_REGULARIZER_HPP
#define INLAY_LAYER_OPTION_BIAS_REGULARIZER_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// A part of the loss that a bias has: BiasRegularizer<L2<1e-4>>.
template <class Rule>
struct BiasRegularizer {
    static constexpr option::Kind kind = "bias regularizer";
    static constexpr Penalty penalty = Rule::penalty;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BiasRegularizer;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_BIAS_REGULARIZER_HPP
