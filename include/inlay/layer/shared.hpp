// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SHARED_HPP
#define INLAY_LAYER_SHARED_HPP

#include <inlay/layer/named.hpp>

namespace inlay::INLAY_ABI {

/// A layer, or a Sequential, with one set of weights wherever it stands under that name: they lie
/// where the first of them stands, have one gradient and are updated once.
template <Name name, class Layer>
struct Shared {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Shared;
}  // namespace inlay

#endif  // INLAY_LAYER_SHARED_HPP
