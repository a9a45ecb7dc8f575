// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_POOL_HPP
#define INLAY_LAYER_POOL_HPP
// What pooling over one, two or three axes shares: a window of cells over each channel.

#include <inlay/kernel/pool.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// A window of `sizes` cells over each channel; strides default to the window. Options: Strides,
/// Same or Valid.
template <sliding::Sizes sizes, class... Given>
struct Pool : LayerDefaults {
    using Options = option::Options<Given...>;

    /// Windows side by side.
    struct OwnSizes {
        static constexpr int of(int axis, int) { return sizes.of[axis]; }
        static constexpr bool fit(int) { return true; }
    };
    using Step = typename Options::template get<"strides", OwnSizes>;

    static constexpr sliding::Sizes stride = sliding::sizes_of<Step>(sizes.axes);
    static constexpr Windows window =
        sliding::window_of(sizes, stride, sliding::Sizes{sizes.axes, {1, 1, 1}},
                           Options::template get<"padding", Valid>::padding);

    /// What its passes slide over a map for an output.
    static constexpr Windows windows(const Map&) { return window; }

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"strides", "padding"}).view();
        if (sizes.smallest() < 1 || stride.smallest() < 1) {
            complaint.needs << "has a window of " << sizes << " moved by " << stride
                            << " but each number needs to be one at least";
            complaint.remedy << "write a window such as MaxPool<2>";
        } else if (!Step::fit(sizes.axes)) {
            complaint.needs << "takes one stride for all axes, or one for each of " << sizes.axes;
            complaint.remedy << "write Strides<2>";
        } else if (window.width.padding == Padding::causal) {
            complaint.needs << "takes Same or Valid for its padding";
            complaint.remedy << "write Same";
        }
        return sliding::slide(window, sizes.axes, in, in.last(), complaint);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_POOL_HPP
