// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADAPTIVE_POOLING_HPP
#define INLAY_LAYER_ADAPTIVE_POOLING_HPP
// Pooling to a number of places that is told, over one, two or three axes: what
// AdaptiveAveragePool2D and its kin share.

#include <inlay/layer/average_pooling.hpp>
#include <inlay/layer/max_pooling.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// So many places along each axis, whatever the input's cells: windows of almost one size, which
/// overlap where the cells cannot be shared out evenly.
template <sliding::Sizes places>
struct AdaptivePool : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    static constexpr EvenWindows windows(const Map& out) {
        return {{out.height()}, {out.width()}, {out.depth()}};
    }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (places.smallest() < 1) {
            complaint.needs << "pools to " << places << " places but needs one at least";
            complaint.remedy << "write numbers of 1 or more";
        } else {
            sliding::need_cells(in, places.axes, complaint);
        }
        if (complaint.raised()) return in;
        Shape out = in;
        for (int a = 0; a < places.axes; ++a)
            out.extents[a] = static_cast<std::size_t>(places.of[a]);
        return out;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_ADAPTIVE_POOLING_HPP
