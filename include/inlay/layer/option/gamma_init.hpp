// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_GAMMA_INIT_HPP
#define INLAY_LAYER_OPTION_GAMMA_INIT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/random/initializers.hpp>

namespace inlay::INLAY_ABI {

/// How the factor of a normalization starts: Ones (the default) ...
template <class Initializer>
struct GammaInit {
    static constexpr option::Kind kind = "gamma initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GammaInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_GAMMA_INIT_HPP
