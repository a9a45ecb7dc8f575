// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_DILATION_HPP
#define INLAY_LAYER_OPTION_DILATION_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/option/per_axis.hpp>

namespace inlay::INLAY_ABI {

/// How far the taps of a kernel lie apart, in cells: along all axes, or along each, outermost
/// first.
template <int First, int... More>
struct Dilation : option::PerAxis<First, More...> {
    static constexpr option::Kind kind = "dilation";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dilation;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_DILATION_HPP
