// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP

#include <inlay/layer/global_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of each channel over all steps, or over those that a mask leaves: (steps, channels) ->
/// (channels).
struct GlobalAveragePool1D : GlobalAveragePooling<1> {
    static constexpr std::string_view title = "GlobalAveragePooling1D",
                                      name = "global_average_pooling1d";
};

using GlobalAveragePooling1D = GlobalAveragePool1D;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalAveragePool1D;
using INLAY_ABI::GlobalAveragePooling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP
