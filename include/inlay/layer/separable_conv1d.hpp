// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SEPARABLE_CONV1D_HPP
#define INLAY_LAYER_SEPARABLE_CONV1D_HPP

#include <inlay/layer/conv1d.hpp>
#include <inlay/layer/depthwise_conv1d.hpp>
#include <inlay/layer/separable.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Convolution of each channel of (steps, channels) with a kernel of Size steps, or DepthMultiplier
/// of them, then Filters sums over all channels of a step. Options: those of DepthwiseConv1D; the
/// activation and the bias belong to the sums.
template <int Filters, int Size, class... Given>
struct SeparableConv1D {
    static constexpr std::string_view title = "SeparableConv1D", name = "separable_conv1d";

    template <class... Options>
    using Depthwise = DepthwiseConv1D<Size, Options...>;
    template <class... Options>
    using Pointwise = Conv1D<Filters, 1, Options...>;
    using Steps = separable::Steps<Given...>;

    using Layers = Sequential<separable::Cells<typename Steps::template CellsOf<Depthwise>, Filters,
                                               sliding::Sizes{1, {Size}}, Given...>,
                              separable::Channels<typename Steps::template ChannelsOf<Pointwise>>>;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SeparableConv1D;
}  // namespace inlay

#endif  // INLAY_LAYER_SEPARABLE_CONV1D_HPP
