// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OUTPUTS_HPP
#define INLAY_LAYER_OUTPUTS_HPP

#include <inlay/config.hpp>

namespace inlay::INLAY_ABI {

/// Branches that read the same input, or begin with From, and are the outputs of the network at
/// whose end they stand: each has its loss, and the name of its last layer.
template <class... Branches>
struct Outputs {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Outputs;
}  // namespace inlay

#endif  // INLAY_LAYER_OUTPUTS_HPP
