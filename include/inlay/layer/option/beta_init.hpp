// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_BETA_INIT_HPP
#define INLAY_LAYER_OPTION_BETA_INIT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/random/initializers.hpp>

namespace inlay::INLAY_ABI {

/// How the addend of a normalization starts: Zeros (the default) ...
template <class Initializer>
struct BetaInit {
    static constexpr option::Kind kind = "beta initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BetaInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_BETA_INIT_HPP
