// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADAPTIVE_AVERAGE_POOL2D_HPP
#define INLAY_LAYER_ADAPTIVE_AVERAGE_POOL2D_HPP

#include <inlay/layer/adaptive_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of each of Height x Width parts of an image, whatever its size.
/// (height, width, channels) -> (Height, Width, channels).
template <int Height, int Width = Height>
struct AdaptiveAveragePool2D : MeanOf<AdaptivePool<sliding::Sizes{2, {Height, Width}}>> {
    static constexpr std::string_view title = "AdaptiveAveragePooling2D",
                                      name = "adaptive_average_pooling2d";
};

/// Keras's spelling.
template <int Height, int Width = Height>
using AdaptiveAveragePooling2D = AdaptiveAveragePool2D<Height, Width>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AdaptiveAveragePool2D;
using INLAY_ABI::AdaptiveAveragePooling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_ADAPTIVE_AVERAGE_POOL2D_HPP
