// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_ALPHA_CONSTRAINT_HPP
#define INLAY_LAYER_OPTION_ALPHA_CONSTRAINT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// What updates leave the alpha of a PReLU with: PReLU<AlphaConstraint<NonNeg>>.
template <class Rule>
struct AlphaConstraint {
    static constexpr option::Kind kind = "alpha constraint";
    static constexpr Constraint constraint = Rule::constraint;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AlphaConstraint;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_ALPHA_CONSTRAINT_HPP
