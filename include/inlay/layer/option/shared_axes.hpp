// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_SHARED_AXES_HPP
#define INLAY_LAYER_OPTION_SHARED_AXES_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// Axes along which one weight serves all places, counted from 1 as in Keras: SharedAxes<1, 2> of
/// an image is a weight for each channel.
template <int... Axes>
struct SharedAxes {
    static constexpr option::Kind kind = "shared axes";
    static constexpr bool has(int axis) { return ((Axes == axis) || ...); }
    static constexpr int largest() {
        int most = 0;
        for (const int axis : {0, Axes...}) most = axis > most ? axis : most;
        return most;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SharedAxes;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_SHARED_AXES_HPP
