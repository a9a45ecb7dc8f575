// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_MOMENTUM_HPP
#define INLAY_LAYER_OPTION_MOMENTUM_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// How much of a moving average stays at each training step.
template <Number Share>
struct Momentum {
    static constexpr option::Kind kind = "momentum";
    static constexpr double value = Share.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Momentum;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_MOMENTUM_HPP
