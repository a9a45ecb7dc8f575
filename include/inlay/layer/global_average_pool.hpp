// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP

#include <inlay/layer/global_average_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean of each channel over the whole image: (height, width, channels) -> (channels).
struct GlobalAveragePool : GlobalAveragePooling<2> {
    static constexpr std::string_view title = "GlobalAveragePooling2D",
                                      name = "global_average_pooling2d";
};

/// The same with an option: GlobalAveragePoolWith<KeepDims> gives (1, 1, channels).
template <class... Given>
struct GlobalAveragePoolWith : GlobalAveragePooling<2, Given...> {
    static constexpr std::string_view title = GlobalAveragePool::title,
                                      name = GlobalAveragePool::name;
};

using GlobalAveragePooling2D = GlobalAveragePool;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalAveragePool;
using INLAY_ABI::GlobalAveragePooling2D;
using INLAY_ABI::GlobalAveragePoolWith;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP
