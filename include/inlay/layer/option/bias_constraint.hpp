// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_BIAS_CONSTRAINT_HPP
#define INLAY_LAYER_OPTION_BIAS_CONSTRAINT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// What updates leave a bias with: BiasConstraint<MaxNorm<2>>.
template <class Rule>
struct BiasConstraint {
    static constexpr option::Kind kind = "bias constraint";
    static constexpr Constraint constraint = Rule::constraint;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BiasConstraint;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_BIAS_CONSTRAINT_HPP
