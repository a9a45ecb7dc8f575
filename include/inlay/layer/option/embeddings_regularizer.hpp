// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_EMBEDDINGS_REGULARIZER_HPP
#define INLAY_LAYER_OPTION_EMBEDDINGS_REGULARIZER_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/policy.hpp>

namespace inlay::INLAY_ABI {

/// A part of the loss that the vectors of an Embedding has: EmbeddingsRegularizer<L2<1e-4>>.
template <class Rule>
struct EmbeddingsRegularizer {
    static constexpr option::Kind kind = "embeddings regularizer";
    static constexpr Penalty penalty = Rule::penalty;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::EmbeddingsRegularizer;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_EMBEDDINGS_REGULARIZER_HPP
