// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_BIAS_INIT_HPP
#define INLAY_LAYER_OPTION_BIAS_INIT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/random/initializers.hpp>

namespace inlay::INLAY_ABI {

/// How a bias starts: Zeros (the default), Constant<0.1> ...
template <class Initializer>
struct BiasInit {
    static constexpr option::Kind kind = "bias initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BiasInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_BIAS_INIT_HPP
