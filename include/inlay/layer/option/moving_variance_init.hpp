// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_MOVING_VARIANCE_INIT_HPP
#define INLAY_LAYER_OPTION_MOVING_VARIANCE_INIT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/random/initializers.hpp>

namespace inlay::INLAY_ABI {

/// How a moving variance starts: Ones (the default) ...
template <class Initializer>
struct MovingVarianceInit {
    static constexpr option::Kind kind = "moving variance initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MovingVarianceInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_MOVING_VARIANCE_INIT_HPP
