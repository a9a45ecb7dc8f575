// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RECURRENT_REGULARIZER_HPP
#define INLAY_LAYER_OPTION_RECURRENT_REGULARIZER_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// A part of the loss that a recurrent kernel has: RecurrentRegularizer<L2<1e-4>>.
template <class Rule>
struct RecurrentRegularizer {
    static constexpr option::Kind kind = "recurrent regularizer";
    static constexpr Penalty penalty = Rule::penalty;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RecurrentRegularizer;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RECURRENT_REGULARIZER_HPP
