// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_AXES_HPP
#define INLAY_LAYER_OPTION_AXES_HPP
#include <inlay/layer/option/axis.hpp>

namespace inlay::INLAY_ABI {

/// An axis of each of two inputs, counted as by Axis; one number counts for both.
template <int First, int Second = First>
struct Axes {
    static constexpr option::Kind kind = "axes";

    /// That dimension of input k, an example of so many; negative: it has none such.
    static constexpr int of(int k, int rank) {
        return k == 0 ? Axis<First>::of(rank) : Axis<Second>::of(rank);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Axes;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_AXES_HPP
