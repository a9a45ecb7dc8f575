// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RETURN_STATE_HPP
#define INLAY_LAYER_OPTION_RETURN_STATE_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A recurrent layer has its last states as outputs too, which From takes: From<"lstm/state_h">.
struct ReturnState {
    static constexpr option::Kind kind = "return state";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReturnState;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RETURN_STATE_HPP
