// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_VARIANCE_HPP
#define INLAY_LAYER_OPTION_VARIANCE_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The variance of everything, or of each channel, as constants.
template <Number... Values>
struct Variance {
    static constexpr option::Kind kind = "variance";
    static constexpr std::size_t count = sizeof...(Values);
    static constexpr bool negative = ((Values.value < 0) || ...);

    template <class Scalar>
    static constexpr Scalar values[count + 1]{static_cast<Scalar>(Values.value)..., 0};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Variance;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_VARIANCE_HPP
