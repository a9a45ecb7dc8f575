// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ALONG_AXIS_HPP
#define INLAY_LAYER_ALONG_AXIS_HPP
// Layers that run along one axis of their input, the innermost unless an option says Axis<1>.

#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/shape/axis_extents.hpp>

namespace inlay::INLAY_ABI {

/// What such layers have in common; most are activations.
template <class... Given>
struct AlongAxis : LayerDefaults {
    using Options = option::Options<Given...>;
    using Along = typename Options::template get<"axis", Axis<-1>>;

    static constexpr bool is_activation = true;
    static constexpr Masks masks = Masks::pass;

    /// Of a sequence, along its steps or along what each of them holds.
    static constexpr Steps steps(const Shape& in) {
        return Along::of(in.rank()) == 0 ? Steps::all : Steps::each;
    }

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
        return {in, rank, Along::of(rank)};
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_ALONG_AXIS_HPP
