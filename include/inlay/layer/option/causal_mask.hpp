// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_CAUSAL_MASK_HPP
#define INLAY_LAYER_OPTION_CAUSAL_MASK_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// Attention of each step to itself and those before it.
struct CausalMask {
    static constexpr option::Kind kind = "attention mask";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CausalMask;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_CAUSAL_MASK_HPP
