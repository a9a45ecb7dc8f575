// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONV2D_HPP
#define INLAY_LAYER_CONV2D_HPP

#include <inlay/layer/convolving.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (height, width, channels) with Filters kernels of
/// Height x Width. Options: see Convolving.
template <int Filters, int Height, int Width = Height, class... Given>
struct Conv2D : Convolving<2, Filters, sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "Conv2D", name = "conv2d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv2D;
}  // namespace inlay

#endif  // INLAY_LAYER_CONV2D_HPP
