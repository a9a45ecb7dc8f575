// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOL3D_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOL3D_HPP

#include <inlay/layer/global_average_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of each channel over the whole volume: (depth, height, width, channels) -> (channels).
struct GlobalAveragePool3D : GlobalAveragePooling<3> {
    static constexpr std::string_view title = "GlobalAveragePooling3D",
                                      name = "global_average_pooling3d";
};

/// The same with an option: GlobalAveragePool3DWith<KeepDims> gives (1, 1, 1, channels).
template <class... Given>
struct GlobalAveragePool3DWith : GlobalAveragePooling<3, Given...> {
    static constexpr std::string_view title = GlobalAveragePool3D::title,
                                      name = GlobalAveragePool3D::name;
};

using GlobalAveragePooling3D = GlobalAveragePool3D;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalAveragePool3D;
using INLAY_ABI::GlobalAveragePool3DWith;
using INLAY_ABI::GlobalAveragePooling3D;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOL3D_HPP
