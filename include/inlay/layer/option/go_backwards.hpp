// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_GO_BACKWARDS_HPP
#define INLAY_LAYER_OPTION_GO_BACKWARDS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A recurrent layer reads its sequence from the last step to the first; its outputs come in that
/// order.
struct GoBackwards {
    static constexpr option::Kind kind = "go backwards";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GoBackwards;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_GO_BACKWARDS_HPP
