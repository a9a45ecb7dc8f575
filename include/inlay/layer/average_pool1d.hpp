// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_AVERAGE_POOL1D_HPP
#define INLAY_LAYER_AVERAGE_POOL1D_HPP

#include <inlay/layer/average_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of Size steps of a sequence, of those that lie inside it. Options: see Pool.
template <int Size, class... Given>
struct AveragePool1D : AveragePooling<sliding::Sizes{1, {Size}}, Given...> {
    static constexpr std::string_view title = "AveragePooling1D", name = "average_pooling1d";
};

/// Keras's spelling and order of arguments: AveragePooling1D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using AveragePooling1D = AveragePool1D<Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AveragePool1D;
using INLAY_ABI::AveragePooling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_AVERAGE_POOL1D_HPP
