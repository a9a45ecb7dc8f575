// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RESET_BEFORE_HPP
#define INLAY_LAYER_OPTION_RESET_BEFORE_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A GRU whose reset gate stands before the recurrent product, Keras's reset_after=False.
struct ResetBefore {
    static constexpr option::Kind kind = "reset";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ResetBefore;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RESET_BEFORE_HPP
