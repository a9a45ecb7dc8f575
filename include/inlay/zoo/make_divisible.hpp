// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_MAKE_DIVISIBLE_HPP
#define INLAY_ZOO_MAKE_DIVISIBLE_HPP

#include <inlay/config.hpp>

namespace inlay::INLAY_ABI::zoo {

/// The multiple of 8 that is next to a number of channels, 8 at least and not 10 % below it: how
/// MobileNets and EfficientNets round.
constexpr int make_divisible(double channels) {
    int rounded = static_cast<int>(channels + 4) / 8 * 8;
    if (rounded < 8) rounded = 8;
    return rounded < 0.9 * channels ? rounded + 8 : rounded;
}

}  // namespace inlay::INLAY_ABI::zoo

#endif  // INLAY_ZOO_MAKE_DIVISIBLE_HPP
