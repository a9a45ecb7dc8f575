// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RECURRENT_INIT_HPP
#define INLAY_LAYER_OPTION_RECURRENT_INIT_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// The distribution a recurrent kernel is drawn from: Orthogonal (the default), GlorotUniform ...
template <class Initializer>
struct RecurrentInit {
    static constexpr option::Kind kind = "recurrent initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RecurrentInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RECURRENT_INIT_HPP
