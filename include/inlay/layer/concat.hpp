// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONCAT_HPP
#define INLAY_LAYER_CONCAT_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/branches.hpp>
#include <inlay/layer/layer.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The outputs of branches that read the same input, one behind the other along the last axis.
template <class... Branches>
struct Concat : LayerDefaults {
    using branches = TypeList<Branches...>;

    static constexpr std::string_view title = "Concatenate", name = "concatenate";
    static constexpr Role role = Role::concat;
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    /// The shape of the whole, from the shapes of the branches.
    static constexpr Shape output(const Shapes& in, Complaint& complaint) {
        std::size_t channels = in[0].last();
        for (int k = 1; k < in.count; ++k) {
            channels += in[k].last();
            if (in[k].rank() == in[0].rank() && in[k].rank() > 0 &&
                in[k].with_last(1) == in[0].with_last(1))
                continue;
            if (complaint.raised()) continue;
            complaint.needs
                << "needs branches that differ in the last axis only, but branch 1 gives ";
            complaint.needs << in[0] << " and branch " << k + 1 << " gives ";
            complaint.needs << in[k];
            complaint.remedy << "give all branches the same strides and padding";
        }
        return complaint.raised() ? in[0] : in[0].with_last(channels);
    }

    /// y[..][channel_k + c] = x_k[..][c], where x_k does not lie there
    template <auto joint, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (!joint.in[k].in_place)
                kernel::copy<joint.in[k].map, share<joint, k>, false>(pass.inputs[k], pass.y,
                                                                      pass.count);
        });
    }

    /// dx_k[..][c] (+)= dy[..][channel_k + c], where dx_k does not lie there
    template <auto joint, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (!joint.in[k].in_place && joint.in[k].input_gradient)
                kernel::copy<share<joint, k>, joint.in[k].map, joint.in[k].accumulate>(
                    pass.dy, pass.input_gradients[k], pass.count);
        });
    }

private:
    /// The channels of the output that input k makes.
    template <auto joint, std::size_t k>
    static constexpr Map share = [] {
        Map part = joint.out;
        for (std::size_t j = 0; j < k; ++j) part.first += joint.in[j].map.vector;
        part.vector = joint.in[k].map.vector;
        return part;
    }();
};

template <class... Branches>
using Concatenate = Concat<Branches...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Concat;
using INLAY_ABI::Concatenate;
}  // namespace inlay

#endif  // INLAY_LAYER_CONCAT_HPP
