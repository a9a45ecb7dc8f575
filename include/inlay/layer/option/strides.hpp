// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_STRIDES_HPP
#define INLAY_LAYER_OPTION_STRIDES_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/option/per_axis.hpp>

namespace inlay::INLAY_ABI {

/// How far a window moves from place to place, in cells: along all axes, or along each, outermost
/// first.
template <int First, int... More>
struct Strides : option::PerAxis<First, More...> {
    static constexpr option::Kind kind = "strides";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Strides;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_STRIDES_HPP
