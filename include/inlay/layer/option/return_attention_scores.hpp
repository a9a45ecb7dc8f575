// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RETURN_ATTENTION_SCORES_HPP
#define INLAY_LAYER_OPTION_RETURN_ATTENTION_SCORES_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// An attention has its scores as an output too, (heads, steps, steps), which From takes:
/// From<"multi_head_attention/scores">.
struct ReturnAttentionScores {
    static constexpr option::Kind kind = "return attention scores";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReturnAttentionScores;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RETURN_ATTENTION_SCORES_HPP
