// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_OPTION_ALPHA_HPP
#define INLAY_ZOO_OPTION_ALPHA_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// The width of a MobileNet, above 0: each layer has that share of the filters; 1 unless said.
template <Number Share>
struct Alpha {
    static constexpr option::Kind kind = "alpha";
    static constexpr double value = Share.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Alpha;
}  // namespace inlay

#endif  // INLAY_ZOO_OPTION_ALPHA_HPP
