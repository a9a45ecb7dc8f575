// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RETURN_SEQUENCES_HPP
#define INLAY_LAYER_OPTION_RETURN_SEQUENCES_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A recurrent layer gives its output at every step, not at the last one alone.
struct ReturnSequences {
    static constexpr option::Kind kind = "return sequences";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReturnSequences;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RETURN_SEQUENCES_HPP
