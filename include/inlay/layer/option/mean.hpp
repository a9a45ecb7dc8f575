// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_MEAN_HPP
#define INLAY_LAYER_OPTION_MEAN_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The mean of everything, or of each channel, as constants.
template <Number... Values>
struct Mean {
    static constexpr option::Kind kind = "mean";
    static constexpr std::size_t count = sizeof...(Values);

    template <class Scalar>
    static constexpr Scalar values[count + 1]{static_cast<Scalar>(Values.value)..., 0};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Mean;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_MEAN_HPP
