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

    static constexpr sliding::Sizes stride = [] {
        if constexpr (Options::has("strides"))
            return sliding::sizes_of<typename Options::template get<"strides", void>>(sizes.axes);
        else
            return sizes;
    }();
    static constexpr Windows window =
        sliding::window_of(sizes, stride, sliding::Sizes{sizes.axes, {1, 1, 1}},
                           Options::template get<"padding", Valid>::padding);

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"strides", "padding"}).view();
        if (sizes.smallest() < 1 || stride.smallest() < 1) {
            complaint.needs << "has a window of " << sizes << " moved by " << stride
                            << " but each number needs to be one at least";
            complaint.remedy << "write a window such as MaxPool<2>";
        }
        return sliding::slide(window, sizes.axes, in, in.last(), complaint);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_POOL_HPP
