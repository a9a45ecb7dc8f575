// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_SCALE_HPP
#define INLAY_LAYER_OPTION_SCALE_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A normalization without its factor gamma.
struct NoScale {
    static constexpr option::Kind kind = "scale";
};

/// A normalization without its addend beta.
struct NoCenter {
    static constexpr option::Kind kind = "center";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::NoCenter;
using INLAY_ABI::NoScale;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_SCALE_HPP
