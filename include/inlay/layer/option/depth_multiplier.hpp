// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_DEPTH_MULTIPLIER_HPP
#define INLAY_LAYER_OPTION_DEPTH_MULTIPLIER_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A depthwise convolution that makes Count channels of each.
template <int Count>
struct DepthMultiplier {
    static constexpr option::Kind kind = "depth multiplier";
    static constexpr int count = Count;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::DepthMultiplier;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_DEPTH_MULTIPLIER_HPP
