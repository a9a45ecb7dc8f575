// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_PER_AXIS_HPP
#define INLAY_LAYER_OPTION_PER_AXIS_HPP
// Numbers for the axes of a window: one for all of them, or one for each.

#include <inlay/config.hpp>

namespace inlay::INLAY_ABI::option {

/// The numbers of an option, outermost axis first.
template <int First, int... More>
struct PerAxis {
    static constexpr int count = 1 + sizeof...(More);
    static constexpr int given[1 + sizeof...(More)] = {First, More...};

    /// That of axis `axis` of `axes`, counted from the outermost.
    static constexpr int of(int axis, [[maybe_unused]] int axes) {
        return given[count == axes ? axis : 0];
    }

    /// Whether there are as many as a window of so many axes can use.
    static constexpr bool fit(int axes) { return count == 1 || count == axes; }
};

}  // namespace inlay::INLAY_ABI::option

#endif  // INLAY_LAYER_OPTION_PER_AXIS_HPP
