// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADAPTIVE_MAX_POOL1D_HPP
#define INLAY_LAYER_ADAPTIVE_MAX_POOL1D_HPP

#include <inlay/layer/adaptive_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest of each of Steps stretches of a sequence, whatever its size.
/// (steps, channels) -> (Steps, channels).
template <int Steps>
struct AdaptiveMaxPool1D : LargestOf<AdaptivePool<sliding::Sizes{1, {Steps}}>> {
    static constexpr std::string_view title = "AdaptiveMaxPooling1D",
                                      name = "adaptive_max_pooling1d";
};

/// Keras's spelling.
template <int Steps>
using AdaptiveMaxPooling1D = AdaptiveMaxPool1D<Steps>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AdaptiveMaxPool1D;
using INLAY_ABI::AdaptiveMaxPooling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_ADAPTIVE_MAX_POOL1D_HPP
