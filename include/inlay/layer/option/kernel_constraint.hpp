// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_KERNEL_CONSTRAINT_HPP
#define INLAY_LAYER_OPTION_KERNEL_CONSTRAINT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// What updates leave a kernel with: KernelConstraint<MaxNorm<2>>.
template <class Rule>
struct KernelConstraint {
    static constexpr option::Kind kind = "kernel constraint";
    static constexpr Constraint constraint = Rule::constraint;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::KernelConstraint;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_KERNEL_CONSTRAINT_HPP
