// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONV3D_HPP
#define INLAY_LAYER_CONV3D_HPP

#include <inlay/layer/convolving.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (depth, height, width, channels) with Filters
/// kernels of Depth x Height x Width. Options: see Convolving.
template <int Filters, int Depth, int Height = Depth, int Width = Height, class... Given>
struct Conv3D : Convolving<3, Filters, sliding::Sizes{3, {Depth, Height, Width}}, Given...> {
    static constexpr std::string_view title = "Conv3D", name = "conv3d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv3D;
}  // namespace inlay

#endif  // INLAY_LAYER_CONV3D_HPP
