// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MAX_POOL_HPP
#define INLAY_LAYER_MAX_POOL_HPP

#include <inlay/layer/max_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest of Height x Width cells of an image. Options: see Pool.
template <int Height, int Width = Height, class... Given>
struct MaxPool : MaxPooling<sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "MaxPooling2D", name = "max_pooling2d";
};

/// Keras's spelling and order of arguments: MaxPooling2D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using MaxPooling2D = MaxPool<Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaxPool;
using INLAY_ABI::MaxPooling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_MAX_POOL_HPP
