// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_MAX_POOL3D_HPP
#define INLAY_LAYER_GLOBAL_MAX_POOL3D_HPP

#include <inlay/layer/global_max_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest number of each channel over the whole volume: (depth, height, width, channels) ->
/// (channels).
struct GlobalMaxPool3D : GlobalMaxPooling<3> {
    static constexpr std::string_view title = "GlobalMaxPooling3D", name = "global_max_pooling3d";
};

/// The same with an option: GlobalMaxPool3DWith<KeepDims> gives (1, 1, 1, channels).
template <class... Given>
struct GlobalMaxPool3DWith : GlobalMaxPooling<3, Given...> {
    static constexpr std::string_view title = GlobalMaxPool3D::title, name = GlobalMaxPool3D::name;
};

using GlobalMaxPooling3D = GlobalMaxPool3D;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalMaxPool3D;
using INLAY_ABI::GlobalMaxPool3DWith;
using INLAY_ABI::GlobalMaxPooling3D;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_MAX_POOL3D_HPP
