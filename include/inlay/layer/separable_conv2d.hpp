// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SEPARABLE_CONV2D_HPP
#define INLAY_LAYER_SEPARABLE_CONV2D_HPP

#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/depthwise_conv2d.hpp>
#include <inlay/layer/separable.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Convolution of each channel of (height, width, channels) with a kernel of Height x Width, or
/// DepthMultiplier of them, then Filters sums over all channels of a cell. Options: those of
/// DepthwiseConv2D; the activation and the bias belong to the sums.
template <int Filters, int Height, int Width = Height, class... Given>
struct SeparableConv2D {
    static constexpr std::string_view title = "SeparableConv2D", name = "separable_conv2d";

    template <class... Options>
    using Depthwise = DepthwiseConv2D<Height, Width, Options...>;
    template <class... Options>
    using Pointwise = Conv2D<Filters, 1, 1, Options...>;
    using Steps = separable::Steps<Given...>;

    using Layers = Sequential<separable::Cells<typename Steps::template CellsOf<Depthwise>, Filters,
                                               sliding::Sizes{2, {Height, Width}}, Given...>,
                              separable::Channels<typename Steps::template ChannelsOf<Pointwise>>>;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SeparableConv2D;
}  // namespace inlay

#endif  // INLAY_LAYER_SEPARABLE_CONV2D_HPP
