// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_RELU_HPP
#define INLAY_LAYER_OPTION_RELU_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// The largest value of a ReLU, at least 0.
template <Number Most>
struct MaxValue {
    static constexpr option::Kind kind = "max value";
    static constexpr double value = Most.value;
};

/// The slope of a ReLU up to its threshold, at least 0.
template <Number Slope>
struct NegativeSlope {
    static constexpr option::Kind kind = "negative slope";
    static constexpr double value = Slope.value;
};

/// Where a ReLU begins to give what it is given, at least 0.
template <Number Begin>
struct Threshold {
    static constexpr option::Kind kind = "threshold";
    static constexpr double value = Begin.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaxValue;
using INLAY_ABI::NegativeSlope;
using INLAY_ABI::Threshold;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_RELU_HPP
