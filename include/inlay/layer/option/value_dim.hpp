// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_VALUE_DIM_HPP
#define INLAY_LAYER_OPTION_VALUE_DIM_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// Attention whose heads make Size values of each step; unless said, as many as keys.
template <int Size>
struct ValueDim {
    static constexpr option::Kind kind = "value dim";
    static constexpr int size = Size;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ValueDim;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_VALUE_DIM_HPP
