// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_EPSILON_HPP
#define INLAY_LAYER_OPTION_EPSILON_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// What is added to a variance before its square root is taken.
template <Number Addend>
struct Epsilon {
    static constexpr option::Kind kind = "epsilon";
    static constexpr double value = Addend.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Epsilon;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_EPSILON_HPP
