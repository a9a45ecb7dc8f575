// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DEPTHWISE_CONV1D_HPP
#define INLAY_LAYER_DEPTHWISE_CONV1D_HPP

#include <inlay/layer/depthwise.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of each channel of (steps, channels) with a kernel of
/// Size steps, or DepthMultiplier of them. Options: see Depthwise.
template <int Size, class... Given>
struct DepthwiseConv1D : Depthwise<1, sliding::Sizes{1, {Size}}, Given...> {
    static constexpr std::string_view title = "DepthwiseConv1D", name = "depthwise_conv1d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::DepthwiseConv1D;
}  // namespace inlay

#endif  // INLAY_LAYER_DEPTHWISE_CONV1D_HPP
