// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_AVERAGE_POOL3D_HPP
#define INLAY_LAYER_AVERAGE_POOL3D_HPP

#include <inlay/layer/average_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of Depth x Height x Width cells of a volume, of those that lie inside it; one number is
/// all of them. Options: see Pool.
template <int Depth, int Height = Depth, int Width = Height, class... Given>
struct AveragePool3D : AveragePooling<sliding::Sizes{3, {Depth, Height, Width}}, Given...> {
    static constexpr std::string_view title = "AveragePooling3D", name = "average_pooling3d";
};

/// Keras's spelling and order of arguments: AveragePooling3D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using AveragePooling3D = AveragePool3D<Size, Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AveragePool3D;
using INLAY_ABI::AveragePooling3D;
}  // namespace inlay

#endif  // INLAY_LAYER_AVERAGE_POOL3D_HPP
