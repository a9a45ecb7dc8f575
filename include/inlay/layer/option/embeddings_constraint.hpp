// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_EMBEDDINGS_CONSTRAINT_HPP
#define INLAY_LAYER_OPTION_EMBEDDINGS_CONSTRAINT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// What updates leave the vectors of an Embedding with: EmbeddingsConstraint<MaxNorm<2>>.
template <class Rule>
struct EmbeddingsConstraint {
    static constexpr option::Kind kind = "embeddings constraint";
    static constexpr Constraint constraint = Rule::constraint;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::EmbeddingsConstraint;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_EMBEDDINGS_CONSTRAINT_HPP
