// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_EMBEDDINGS_INIT_HPP
#define INLAY_LAYER_OPTION_EMBEDDINGS_INIT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/random/initializers.hpp>

namespace inlay::INLAY_ABI {

/// The distribution of embeddings: RandomUniform<> (the default) ...
template <class Initializer>
struct EmbeddingsInit {
    static constexpr option::Kind kind = "embeddings initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::EmbeddingsInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_EMBEDDINGS_INIT_HPP
