// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_FROZEN_HPP
#define INLAY_LAYER_FROZEN_HPP

#include <inlay/config.hpp>

namespace inlay::INLAY_ABI {

/// A part of a network whose weights stay as they are, Keras's trainable = False: they belong to
/// state(), have no gradient and no moments, and a BatchNorm in it runs on its moving statistics.
template <class Layer>
struct Frozen {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Frozen;
}  // namespace inlay

#endif  // INLAY_LAYER_FROZEN_HPP
