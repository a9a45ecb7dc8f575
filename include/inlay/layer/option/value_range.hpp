// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_VALUE_RANGE_HPP
#define INLAY_LAYER_OPTION_VALUE_RANGE_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// The least and the largest number that an image may hold.
template <Number Least, Number Most>
struct ValueRange {
    static constexpr option::Kind kind = "value range";
    static constexpr double least = Least.value, most = Most.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ValueRange;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_VALUE_RANGE_HPP
