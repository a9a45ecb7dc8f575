// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RECURRENT_CONSTRAINT_HPP
#define INLAY_LAYER_OPTION_RECURRENT_CONSTRAINT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// What updates leave a recurrent kernel with: RecurrentConstraint<MaxNorm<2>>.
template <class Rule>
struct RecurrentConstraint {
    static constexpr option::Kind kind = "recurrent constraint";
    static constexpr Constraint constraint = Rule::constraint;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RecurrentConstraint;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RECURRENT_CONSTRAINT_HPP
