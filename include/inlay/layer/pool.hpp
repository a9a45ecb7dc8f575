// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_POOL_HPP
#define INLAY_LAYER_POOL_HPP
// What max and average pooling share: window, shape rule and options.

#include <inlay/kernel/pool.hpp>
#include <inlay/layer/sliding.hpp>

namespace inlay::INLAY_ABI {

/// A window of Height x Width cells over each channel; strides default to the window.
template <int Height, int Width, class... Given>
struct Pool : LayerDefaults {
    using Options = option::Options<Given...>;
    using Step = typename Options::template get<option::strides, Strides<Height, Width>>;

    static constexpr Window2D window = window_of<Options, Height, Width>(Step::down, Step::across);

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake(option::padding | option::strides).view();
        if (Height < 1 || Width < 1 || Step::down < 1 || Step::across < 1) {
            complaint.needs << "has a window of " << Height << "x" << Width << " moved by "
                            << Step::down << "x" << Step::across
                            << " but each number needs to be one at least";
            complaint.remedy << "write a window such as MaxPool<2>";
        }
        return slide(window, in, in.last(), complaint);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_POOL_HPP
