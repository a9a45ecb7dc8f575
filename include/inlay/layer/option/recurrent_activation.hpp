// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RECURRENT_ACTIVATION_HPP
#define INLAY_LAYER_OPTION_RECURRENT_ACTIVATION_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// The activation of the gates of a recurrent layer: RecurrentActivation<Sigmoid>.
template <class Given>
struct RecurrentActivation {
    static constexpr option::Kind kind = "recurrent activation";
    using activation = Given;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RecurrentActivation;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RECURRENT_ACTIVATION_HPP
