// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_OUTPUT_DIM_HPP
#define INLAY_LAYER_OPTION_OUTPUT_DIM_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// Attention with Size outputs for each step; unless said, as many as inputs.
template <int Size>
struct OutputDim {
    static constexpr option::Kind kind = "output dim";
    static constexpr int size = Size;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::OutputDim;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_OUTPUT_DIM_HPP
