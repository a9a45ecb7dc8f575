// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_DROPOUT_RATE_HPP
#define INLAY_LAYER_OPTION_DROPOUT_RATE_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// The share of attention that is dropped in training, from 0 to below 1.
template <Number Rate>
struct DropoutRate {
    static constexpr option::Kind kind = "dropout";
    static constexpr double rate = Rate.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::DropoutRate;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_DROPOUT_RATE_HPP
