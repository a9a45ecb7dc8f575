// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONCAT_HPP
#define INLAY_LAYER_CONCAT_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>

namespace inlay::INLAY_ABI {

/// The outputs of branches that read the same input, one behind the other along the last axis.
template <class... Branches>
struct Concat : LayerDefaults {
    static constexpr std::string_view title = "Concatenate", name = "concatenate";
    static constexpr Role role = Role::join;

    /// The shape of the whole, from the shapes of the branches.
    static constexpr Shape join(const Shape* branches, Complaint& complaint) {
        std::size_t channels = branches[0].last();
        for (std::size_t k = 1; k < sizeof...(Branches); ++k) {
            channels += branches[k].last();
            if (branches[k].rank() == branches[0].rank() && branches[k].rank() > 0 &&
                branches[k].with_last(1) == branches[0].with_last(1))
                continue;
            if (complaint.raised()) continue;
            complaint.needs
                << "needs branches that differ in the last axis only, but branch 1 gives ";
            complaint.needs << branches[0] << " and branch " << k + 1 << " gives ";
            complaint.needs << branches[k];
            complaint.remedy << "give all branches the same strides and padding";
        }
        return complaint.raised() ? branches[0] : branches[0].with_last(channels);
    }

    /// y[..][channel_k + c] = x_k[..][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        kernel::for_each_row<binding.in, binding.out>(
            pass.count, [&](std::size_t from, std::size_t to) {
                kernel::copy_row<false>(pass.x + from, pass.y + to + binding.channel, channels);
            });
    }

    /// dx_k[..][c] (+)= dy[..][channel_k + c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        kernel::for_each_row<binding.in, binding.out>(
            pass.count, [&](std::size_t to, std::size_t from) {
                kernel::copy_row<binding.accumulate>(pass.dy + from + binding.channel, pass.dx + to,
                                                     channels);
            });
    }
};

template <class... Branches>
using Concatenate = Concat<Branches...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Concat;
using INLAY_ABI::Concatenate;
}  // namespace inlay

#endif  // INLAY_LAYER_CONCAT_HPP
