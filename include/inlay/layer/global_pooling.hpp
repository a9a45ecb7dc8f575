// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_POOLING_HPP
#define INLAY_LAYER_GLOBAL_POOLING_HPP
// What global poolings share: one window that covers all cells.

#include <inlay/kernel/pool.hpp>
#include <inlay/layer/sliding.hpp>

namespace inlay::INLAY_ABI {

/// One number for each channel, from Axes axes. Options: KeepDims.
template <int Axes, class... Given>
struct GlobalPooling : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"keep dims"}).view();
        if (!complaint.raised()) sliding::need_cells(in, Axes, complaint);
        if (complaint.raised() || !Options::has("keep dims")) return Shape{in.last()};
        Shape out = in;
        for (int a = 0; a < Axes; ++a) out.extents[a] = 1;
        return out;
    }

    /// The window that covers the input.
    static constexpr Windows window(const Map& in) {
        return {{in.height(), in.height()}, {in.width(), in.width()}, {in.depth(), in.depth()}};
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_GLOBAL_POOLING_HPP
