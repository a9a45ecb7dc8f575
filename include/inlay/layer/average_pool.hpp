// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_AVERAGE_POOL_HPP
#define INLAY_LAYER_AVERAGE_POOL_HPP

#include <inlay/layer/average_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of Height x Width cells of an image, of those that lie inside it. Options: see Pool.
template <int Height, int Width = Height, class... Given>
struct AveragePool : AveragePooling<sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "AveragePooling2D", name = "average_pooling2d";
};

/// Keras's spelling and order of arguments: AveragePooling2D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using AveragePooling2D = AveragePool<Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AveragePool;
using INLAY_ABI::AveragePooling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_AVERAGE_POOL_HPP
