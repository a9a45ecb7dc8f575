// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_MOVING_MEAN_INIT_HPP
#define INLAY_LAYER_OPTION_MOVING_MEAN_INIT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/random/initializers.hpp>

namespace inlay::INLAY_ABI {

/// How a moving mean starts: Zeros (the default) ...
template <class Initializer>
struct MovingMeanInit {
    static constexpr option::Kind kind = "moving mean initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MovingMeanInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_MOVING_MEAN_INIT_HPP
