// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONV1D_TRANSPOSE_HPP
#define INLAY_LAYER_CONV1D_TRANSPOSE_HPP

#include <inlay/layer/transposing.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Transposed convolution of (steps, channels) with Filters kernels of Size steps.
/// Options: see Transposing.
template <int Filters, int Size, class... Given>
struct Conv1DTranspose : Transposing<1, Filters, sliding::Sizes{1, {Size}}, Given...> {
    static constexpr std::string_view title = "Conv1DTranspose", name = "conv1d_transpose";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv1DTranspose;
}  // namespace inlay

#endif  // INLAY_LAYER_CONV1D_TRANSPOSE_HPP
