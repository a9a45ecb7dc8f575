// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SPATIAL_DROPOUT3D_HPP
#define INLAY_LAYER_SPATIAL_DROPOUT3D_HPP

#include <inlay/layer/dropping.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeroes each channel of a volume with probability Rate in training and scales the others by
/// 1 / (1 - Rate): (depth, height, width, channels) -> the same. Rate lies in [0, 1).
template <Number Rate>
struct SpatialDropout3D : SpatialDropping<Rate, 3> {
    static constexpr std::string_view title = "SpatialDropout3D", name = "spatial_dropout3d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SpatialDropout3D;
}  // namespace inlay

#endif  // INLAY_LAYER_SPATIAL_DROPOUT3D_HPP
