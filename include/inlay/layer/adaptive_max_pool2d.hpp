// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADAPTIVE_MAX_POOL2D_HPP
#define INLAY_LAYER_ADAPTIVE_MAX_POOL2D_HPP

#include <inlay/layer/adaptive_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest of each of Height x Width parts of an image, whatever its size.
/// (height, width, channels) -> (Height, Width, channels).
template <int Height, int Width = Height>
struct AdaptiveMaxPool2D : LargestOf<AdaptivePool<sliding::Sizes{2, {Height, Width}}>> {
    static constexpr std::string_view title = "AdaptiveMaxPooling2D",
                                      name = "adaptive_max_pooling2d";
};

/// Keras's spelling.
template <int Height, int Width = Height>
using AdaptiveMaxPooling2D = AdaptiveMaxPool2D<Height, Width>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AdaptiveMaxPool2D;
using INLAY_ABI::AdaptiveMaxPooling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_ADAPTIVE_MAX_POOL2D_HPP
