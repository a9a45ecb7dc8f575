// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_BIAS_HPP
#define INLAY_LAYER_OPTION_BIAS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A layer without its bias.
struct NoBias {
    static constexpr option::Kind kind = "bias";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::NoBias;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_BIAS_HPP
