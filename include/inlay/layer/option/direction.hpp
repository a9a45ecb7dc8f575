// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_DIRECTION_HPP
#define INLAY_LAYER_OPTION_DIRECTION_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// Left and right change places.
struct Horizontal {
    static constexpr option::Kind kind = "direction";
    static constexpr bool horizontal = true, vertical = false;
};

/// Top and bottom change places.
struct Vertical {
    static constexpr option::Kind kind = "direction";
    static constexpr bool horizontal = false, vertical = true;
};

/// Either.
struct HorizontalAndVertical {
    static constexpr option::Kind kind = "direction";
    static constexpr bool horizontal = true, vertical = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Horizontal;
using INLAY_ABI::HorizontalAndVertical;
using INLAY_ABI::Vertical;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_DIRECTION_HPP
