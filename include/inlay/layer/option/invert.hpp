// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_INVERT_HPP
#define INLAY_LAYER_OPTION_INVERT_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A normalization the other way: from what has been normalized back to what was before.
struct Invert {
    static constexpr option::Kind kind = "inversion";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Invert;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_INVERT_HPP
