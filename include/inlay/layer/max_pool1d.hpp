// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MAX_POOL1D_HPP
#define INLAY_LAYER_MAX_POOL1D_HPP

#include <inlay/layer/max_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest of Size steps of a sequence. Options: see Pool.
template <int Size, class... Given>
struct MaxPool1D : MaxPooling<sliding::Sizes{1, {Size}}, Given...> {
    static constexpr std::string_view title = "MaxPooling1D", name = "max_pooling1d";
};

/// Keras's spelling and order of arguments: MaxPooling1D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using MaxPooling1D = MaxPool1D<Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaxPool1D;
using INLAY_ABI::MaxPooling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_MAX_POOL1D_HPP
