// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_PADDING_HPP
#define INLAY_LAYER_OPTION_PADDING_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/shape/window.hpp>

namespace inlay::INLAY_ABI {

/// Padding: only windows that lie wholly inside the input.
struct Valid {
    static constexpr option::Kind kind = "padding";
    static constexpr Padding padding = Padding::valid;
};

/// Padding: as many places as the input has cells over the stride; the odd cell of padding goes to
/// the bottom and the right.
struct Same {
    static constexpr option::Kind kind = "padding";
    static constexpr Padding padding = Padding::same;
};

/// Padding of a sequence: all of it in front, so that no output sees a later input.
struct Causal {
    static constexpr option::Kind kind = "padding";
    static constexpr Padding padding = Padding::causal;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Causal;
using INLAY_ABI::Same;
using INLAY_ABI::Valid;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_PADDING_HPP
