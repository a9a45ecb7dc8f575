// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_KEEP_DIMS_HPP
#define INLAY_LAYER_OPTION_KEEP_DIMS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A pooling that leaves each axis it reduces with an extent of 1.
struct KeepDims {
    static constexpr option::Kind kind = "keep dims";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::KeepDims;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_KEEP_DIMS_HPP
