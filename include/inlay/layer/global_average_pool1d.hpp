// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP

#include <inlay/layer/global_average_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of each channel over all steps, or over those that a mask leaves: (steps, channels) ->
/// (channels).
struct GlobalAveragePool1D : GlobalAveragePooling<1> {
    static constexpr std::string_view title = "GlobalAveragePooling1D",
                                      name = "global_average_pooling1d";
};

/// The same with an option: GlobalAveragePool1DWith<KeepDims> gives (1, channels).
template <class... Given>
struct GlobalAveragePool1DWith : GlobalAveragePooling<1, Given...> {
    static constexpr std::string_view title = GlobalAveragePool1D::title,
                                      name = GlobalAveragePool1D::name;
};

using GlobalAveragePooling1D = GlobalAveragePool1D;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalAveragePool1D;
using INLAY_ABI::GlobalAveragePool1DWith;
using INLAY_ABI::GlobalAveragePooling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP
