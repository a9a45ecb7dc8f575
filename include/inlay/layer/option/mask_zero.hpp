// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_MASK_ZERO_HPP
#define INLAY_LAYER_OPTION_MASK_ZERO_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// An embedding that masks the steps whose index is 0.
struct MaskZero {
    static constexpr option::Kind kind = "mask zero";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaskZero;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_MASK_ZERO_HPP
