// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_AXIS_HPP
#define INLAY_LAYER_OPTION_AXIS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// One axis, counted as in Keras: 0 is the batch's, 1 the outermost of an example, -1 the
/// innermost.
template <int Number>
struct Axis {
    static constexpr option::Kind kind = "axis";
    static constexpr int number = Number;

    /// That dimension of an example of so many; -1: it has none such.
    static constexpr int of(int rank) {
        const int dimension = Number < 0 ? rank + Number : Number - 1;
        return dimension < rank ? dimension : -1;
    }
};

/// All axes together: Keras's axis = None.
struct NoAxis {
    static constexpr option::Kind kind = "axis";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Axis;
using INLAY_ABI::NoAxis;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_AXIS_HPP
