// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADAPTIVE_AVERAGE_POOL3D_HPP
#define INLAY_LAYER_ADAPTIVE_AVERAGE_POOL3D_HPP

#include <inlay/layer/adaptive_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of each of Depth x Height x Width parts of a volume, whatever its size.
/// (depth, height, width, channels) -> (Depth, Height, Width, channels).
template <int Depth, int Height = Depth, int Width = Height>
struct AdaptiveAveragePool3D : MeanOf<AdaptivePool<sliding::Sizes{3, {Depth, Height, Width}}>> {
    static constexpr std::string_view title = "AdaptiveAveragePooling3D",
                                      name = "adaptive_average_pooling3d";
};

/// Keras's spelling.
template <int Depth, int Height = Depth, int Width = Height>
using AdaptiveAveragePooling3D = AdaptiveAveragePool3D<Depth, Height, Width>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AdaptiveAveragePool3D;
using INLAY_ABI::AdaptiveAveragePooling3D;
}  // namespace inlay

#endif  // INLAY_LAYER_ADAPTIVE_AVERAGE_POOL3D_HPP
