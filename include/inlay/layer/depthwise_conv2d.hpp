// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DEPTHWISE_CONV2D_HPP
#define INLAY_LAYER_DEPTHWISE_CONV2D_HPP

#include <inlay/layer/depthwise.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of each channel of (height, width, channels) with a
/// kernel of Height x Width, or DepthMultiplier of them. Options: see Depthwise.
template <int Height, int Width = Height, class... Given>
struct DepthwiseConv2D : Depthwise<2, sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "DepthwiseConv2D", name = "depthwise_conv2d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::DepthwiseConv2D;
}  // namespace inlay

#endif  // INLAY_LAYER_DEPTHWISE_CONV2D_HPP
