// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONV3D_TRANSPOSE_HPP
#define INLAY_LAYER_CONV3D_TRANSPOSE_HPP

#include <inlay/layer/transposing.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Transposed convolution of (depth, height, width, channels) with Filters kernels of Depth x
/// Height x Width. Options: see Transposing.
template <int Filters, int Depth, int Height = Depth, int Width = Height, class... Given>
struct Conv3DTranspose
    : Transposing<3, Filters, sliding::Sizes{3, {Depth, Height, Width}}, Given...> {
    static constexpr std::string_view title = "Conv3DTranspose", name = "conv3d_transpose";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv3DTranspose;
}  // namespace inlay

#endif  // INLAY_LAYER_CONV3D_TRANSPOSE_HPP
