// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADAPTIVE_AVERAGE_POOL1D_HPP
#define INLAY_LAYER_ADAPTIVE_AVERAGE_POOL1D_HPP

#include <inlay/layer/adaptive_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of each of Steps stretches of a sequence, whatever its size.
/// (steps, channels) -> (Steps, channels).
template <int Steps>
struct AdaptiveAveragePool1D : MeanOf<AdaptivePool<sliding::Sizes{1, {Steps}}>> {
    static constexpr std::string_view title = "AdaptiveAveragePooling1D",
                                      name = "adaptive_average_pooling1d";
};

/// Keras's spelling.
template <int Steps>
using AdaptiveAveragePooling1D = AdaptiveAveragePool1D<Steps>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AdaptiveAveragePool1D;
using INLAY_ABI::AdaptiveAveragePooling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_ADAPTIVE_AVERAGE_POOL1D_HPP
