// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONV2D_TRANSPOSE_HPP
#define INLAY_LAYER_CONV2D_TRANSPOSE_HPP

#include <inlay/layer/transposing.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Transposed convolution of (height, width, channels) with Filters kernels of Height x Width.
/// Options: see Transposing.
template <int Filters, int Height, int Width = Height, class... Given>
struct Conv2DTranspose : Transposing<2, Filters, sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "Conv2DTranspose", name = "conv2d_transpose";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv2DTranspose;
}  // namespace inlay

#endif  // INLAY_LAYER_CONV2D_TRANSPOSE_HPP
