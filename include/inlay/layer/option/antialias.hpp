// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_ANTIALIAS_HPP
#define INLAY_LAYER_OPTION_ANTIALIAS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A resizing to fewer cells that weighs all cells of the input, not only those next to a place.
struct Antialias {
    static constexpr option::Kind kind = "antialias";
    static constexpr bool antialias = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Antialias;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_ANTIALIAS_HPP
