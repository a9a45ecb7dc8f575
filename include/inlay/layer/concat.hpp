// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONCAT_HPP
#define INLAY_LAYER_CONCAT_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/branches.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The outputs of branches that read the same input, one behind the other along the last axis, or
/// along another one by the option Axis<1>: (4, 3) and (2, 3) make (6, 3). A mask goes on where
/// channels are joined, and ends where steps are.
template <class... Given>
struct Concat : LayerDefaults {
    using Apart = BranchesAndOptions<"axis", Given...>;
    using branches = typename Apart::branches;
    using Options = typename Apart::template options<option::Options>;
    using Along = typename Options::template get<"axis", Axis<-1>>;

    static constexpr std::string_view title = "Concatenate", name = "concatenate";
    static constexpr Role role = Role::concat;
    static constexpr Masks masks =
        Along::number == 1 || Along::number < -1 ? Masks::stop : Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    /// The shape of the whole, from the shapes of the branches.
    static constexpr Shape output(const Shapes& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"axis"}).view();
        if (complaint.raised()) return in[0];
        const int axis = Along::of(in[0].rank());
        if (axis < 0) {
            complaint.needs << "joins along axis " << Along::number
                            << " branches whose axes are 1 to " << in[0].rank();
            complaint.remedy << "count as Keras does, from 1 behind the batch, or back from -1";
            return in[0];
        }
        Shape out = in[0];
        for (int k = 1; k < in.count; ++k) {
            Shape other = in[k];
            other.extents[axis] = in[0][axis];
            out.extents[axis] += in[k][axis];
            if (other == in[0] || complaint.raised()) continue;
            complaint.needs << "needs branches that differ in ";
            if (Along::number == -1)
                complaint.needs << "the last axis";
            else
                complaint.needs << "axis " << axis + 1;
            complaint.needs << " only, but branch 1 gives ";
            complaint.needs << in[0] << " and branch " << k + 1 << " gives ";
            complaint.needs << in[k];
            complaint.remedy << "give all branches the same strides and padding";
        }
        return complaint.raised() ? in[0] : out;
    }

    /// The axis of a map that inputs of that rank are joined along: 3 is that of the channels.
    static constexpr int map_axis(int rank) { return Along::of(rank) + 4 - rank; }

    /// y[..][first_k + i][..] = x_k[..][i][..], where x_k does not lie there
    template <auto joint, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (!joint.in[k].in_place)
                kernel::copy<joint.in[k].map, share<joint, k>, false>(pass.inputs[k], pass.y,
                                                                      pass.count);
        });
    }

    /// dx_k[..][i][..] (+)= dy[..][first_k + i][..], where dx_k does not lie there
    template <auto joint, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (!joint.in[k].in_place && joint.in[k].input_gradient)
                kernel::copy<share<joint, k>, joint.in[k].map, joint.in[k].accumulate>(
                    pass.dy, pass.input_gradients[k], pass.count);
        });
    }

private:
    /// The part of the output that input k makes.
    template <auto joint, std::size_t k>
    static constexpr Map share = [] {
        Joined place;
        for (std::size_t j = 0; j < k; ++j) place.pass(joint.in[j].map, map_axis(joint.in[j].rank));
        return joint.out.slice(joint.in[k].map, place.at, place.channel);
    }();
};

template <class... Given>
using Concatenate = Concat<Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Concat;
using INLAY_ABI::Concatenate;
}  // namespace inlay

#endif  // INLAY_LAYER_CONCAT_HPP
