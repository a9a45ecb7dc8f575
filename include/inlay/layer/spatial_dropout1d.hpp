// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SPATIAL_DROPOUT1D_HPP
#define INLAY_LAYER_SPATIAL_DROPOUT1D_HPP

#include <inlay/layer/dropping.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeroes each channel of a sequence with probability Rate in training and scales the others by
/// 1 / (1 - Rate): (steps, channels) -> the same. Rate lies in [0, 1).
template <Number Rate>
struct SpatialDropout1D : SpatialDropping<Rate, 1> {
    static constexpr std::string_view title = "SpatialDropout1D", name = "spatial_dropout1d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SpatialDropout1D;
}  // namespace inlay

#endif  // INLAY_LAYER_SPATIAL_DROPOUT1D_HPP
