// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADAPTIVE_MAX_POOL3D_HPP
#define INLAY_LAYER_ADAPTIVE_MAX_POOL3D_HPP

#include <inlay/layer/adaptive_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest of each of Depth x Height x Width parts of a volume, whatever its size.
/// (depth, height, width, channels) -> (Depth, Height, Width, channels).
template <int Depth, int Height = Depth, int Width = Height>
struct AdaptiveMaxPool3D : LargestOf<AdaptivePool<sliding::Sizes{3, {Depth, Height, Width}}>> {
    static constexpr std::string_view title = "AdaptiveMaxPooling3D",
                                      name = "adaptive_max_pooling3d";
};

/// Keras's spelling.
template <int Depth, int Height = Depth, int Width = Height>
using AdaptiveMaxPooling3D = AdaptiveMaxPool3D<Depth, Height, Width>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AdaptiveMaxPool3D;
using INLAY_ABI::AdaptiveMaxPooling3D;
}  // namespace inlay

#endif  // INLAY_LAYER_ADAPTIVE_MAX_POOL3D_HPP
