// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_MAX_POOL1D_HPP
#define INLAY_LAYER_GLOBAL_MAX_POOL1D_HPP

#include <inlay/layer/global_max_pooling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The largest number of each channel over all steps: (steps, channels) -> (channels).
struct GlobalMaxPool1D : GlobalMaxPooling<1> {
    static constexpr std::string_view title = "GlobalMaxPooling1D", name = "global_max_pooling1d";
};

/// The same with an option: GlobalMaxPool1DWith<KeepDims> gives (1, channels).
template <class... Given>
struct GlobalMaxPool1DWith : GlobalMaxPooling<1, Given...> {
    static constexpr std::string_view title = GlobalMaxPool1D::title, name = GlobalMaxPool1D::name;
};

using GlobalMaxPooling1D = GlobalMaxPool1D;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalMaxPool1D;
using INLAY_ABI::GlobalMaxPool1DWith;
using INLAY_ABI::GlobalMaxPooling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_MAX_POOL1D_HPP
