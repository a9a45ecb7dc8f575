// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_NORMALIZE_HPP
#define INLAY_LAYER_OPTION_NORMALIZE_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A product of vectors that are brought to length 1 before: the cosine of the angle between them.
struct Normalize {
    static constexpr option::Kind kind = "normalize";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Normalize;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_NORMALIZE_HPP
