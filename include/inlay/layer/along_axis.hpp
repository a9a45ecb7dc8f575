// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ALONG_AXIS_HPP
#define INLAY_LAYER_ALONG_AXIS_HPP
// Activations that run along one axis of their input, the innermost unless an option says Axis<1>.

#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// An example as [before][along][behind].
struct AxisExtents {
    std::size_t before = 1, along = 1, behind = 1;

    constexpr AxisExtents(const Shape& shape, int dimension) : along(shape[dimension]) {
        for (int d = 0; d < dimension; ++d) before *= shape[d];
        for (int d = dimension + 1; d < shape.rank(); ++d) behind *= shape[d];
    }
};

/// What such activations have in common.
template <class... Given>
struct AlongAxis : LayerDefaults {
    using Options = option::Options<Given...>;
    using Along = typename Options::template get<"axis", Axis<-1>>;

    static constexpr bool is_activation = true;
    static constexpr Masks masks = Masks::pass;

    /// The dimension that they run along; complains where there is none.
    static constexpr int dimension(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"axis"}).view();
        const int found = Along::of(in.rank());
        if (found < 0 && !complaint.raised()) {
            complaint.needs << "runs along axis " << Along::number
                            << " where the axes of an example are 1 to " << in.rank();
            complaint.remedy << "count as Keras does, from 1 behind the batch, or back from -1";
        }
        return found;
    }

    /// Of an input that lies like `in` and has that rank.
    static constexpr AxisExtents extents(const Map& in, int rank) {
        const Shape shape = in.cells_and_channels();
        return {shape, Along::of(rank) + shape.rank() - rank};
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_ALONG_AXIS_HPP
