// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MAX_POOL3D_HPP
#define INLAY_LAYER_MAX_POOL3D_HPP

#include <inlay/layer/max_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest of Depth x Height x Width cells of a volume; one number is all of them.
/// Options: see Pool.
template <int Depth, int Height = Depth, int Width = Height, class... Given>
struct MaxPool3D : MaxPooling<sliding::Sizes{3, {Depth, Height, Width}}, Given...> {
    static constexpr std::string_view title = "MaxPooling3D", name = "max_pooling3d";
};

/// Keras's spelling and order of arguments: MaxPooling3D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using MaxPooling3D = MaxPool3D<Size, Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaxPool3D;
using INLAY_ABI::MaxPooling3D;
}  // namespace inlay

#endif  // INLAY_LAYER_MAX_POOL3D_HPP
