// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_UNTIL_HPP
#define INLAY_LAYER_UNTIL_HPP

#include <inlay/layer/named.hpp>

namespace inlay::INLAY_ABI {

/// What a network is up to and with the layer of a name: the layers that this one depends on, under
/// the names that they have in the whole.
template <class Network, Name name>
struct Until {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Until;
}  // namespace inlay

#endif  // INLAY_LAYER_UNTIL_HPP
