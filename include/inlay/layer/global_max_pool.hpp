// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_MAX_POOL_HPP
#define INLAY_LAYER_GLOBAL_MAX_POOL_HPP

#include <inlay/layer/global_max_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest number of each channel over the whole image: (height, width, channels) ->
/// (channels).
struct GlobalMaxPool : GlobalMaxPooling<2> {
    static constexpr std::string_view title = "GlobalMaxPooling2D", name = "global_max_pooling2d";
};

/// The same with an option: GlobalMaxPoolWith<KeepDims> gives (1, 1, channels).
template <class... Given>
struct GlobalMaxPoolWith : GlobalMaxPooling<2, Given...> {
    static constexpr std::string_view title = GlobalMaxPool::title, name = GlobalMaxPool::name;
};

using GlobalMaxPooling2D = GlobalMaxPool;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalMaxPool;
using INLAY_ABI::GlobalMaxPooling2D;
using INLAY_ABI::GlobalMaxPoolWith;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_MAX_POOL_HPP
