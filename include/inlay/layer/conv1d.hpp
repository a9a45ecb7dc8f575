// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONV1D_HPP
#define INLAY_LAYER_CONV1D_HPP

#include <inlay/layer/convolving.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (steps, channels) with Filters kernels of Size
/// steps. Options: see Convolving.
template <int Filters, int Size, class... Given>
struct Conv1D : Convolving<1, Filters, sliding::Sizes{1, {Size}}, Given...> {
    static constexpr std::string_view title = "Conv1D", name = "conv1d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv1D;
}  // namespace inlay

#endif  // INLAY_LAYER_CONV1D_HPP
