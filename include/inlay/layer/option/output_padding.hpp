// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_OUTPUT_PADDING_HPP
#define INLAY_LAYER_OPTION_OUTPUT_PADDING_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/option/per_axis.hpp>

namespace inlay::INLAY_ABI {

/// Cells that a transposed convolution has behind those that its shape rule gives, fewer than its
/// strides: along all axes, or along each, outermost first.
template <int First, int... More>
struct OutputPadding : option::PerAxis<First, More...> {
    static constexpr option::Kind kind = "output padding";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::OutputPadding;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_OUTPUT_PADDING_HPP
