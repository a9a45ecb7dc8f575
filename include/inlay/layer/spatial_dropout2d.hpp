// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SPATIAL_DROPOUT2D_HPP
#define INLAY_LAYER_SPATIAL_DROPOUT2D_HPP

#include <inlay/layer/dropping.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeroes each channel of an image with probability Rate in training and scales the others by
/// 1 / (1 - Rate): (height, width, channels) -> the same. Rate lies in [0, 1).
template <Number Rate>
struct SpatialDropout2D : SpatialDropping<Rate, 2> {
    static constexpr std::string_view title = "SpatialDropout2D", name = "spatial_dropout2d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SpatialDropout2D;
}  // namespace inlay

#endif  // INLAY_LAYER_SPATIAL_DROPOUT2D_HPP
