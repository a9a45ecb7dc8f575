// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_FROM_HPP
#define INLAY_LAYER_FROM_HPP

#include <inlay/layer/named.hpp>

namespace inlay::INLAY_ABI {

/// A branch that begins at the output of the layer of a name, given or Keras's own, or at an input:
/// Concat<Identity, From<"half">>. The layer stands before it, also in an earlier branch; in a
/// nested model names are looked for there first, then around it.
template <Name name>
struct From {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::From;
}  // namespace inlay

#endif  // INLAY_LAYER_FROM_HPP
