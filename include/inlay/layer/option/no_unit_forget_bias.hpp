// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_NO_UNIT_FORGET_BIAS_HPP
#define INLAY_LAYER_OPTION_NO_UNIT_FORGET_BIAS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// The bias of an LSTM's forget gates begins with 0, not with 1.
struct NoUnitForgetBias {
    static constexpr option::Kind kind = "forget bias";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::NoUnitForgetBias;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_NO_UNIT_FORGET_BIAS_HPP
