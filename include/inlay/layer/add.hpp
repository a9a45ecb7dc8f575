// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ADD_HPP
#define INLAY_LAYER_ADD_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>

namespace inlay::INLAY_ABI {

/// The sum of branches that read the same input and have the same output shape: a residual block
/// is Add<Sequential<...>, Identity>.
template <class... Branches>
struct Add : LayerDefaults {
    static constexpr std::string_view title = "Add", name = "add";
    static constexpr Role role = Role::join;
    static constexpr bool takes_activation = true;

    /// The shape of the sum, from the shapes of the branches.
    static constexpr Shape join(const Shape* branches, Complaint& complaint) {
        for (std::size_t k = 1; k < sizeof...(Branches); ++k) {
            if (branches[k] == branches[0] || complaint.raised()) continue;
            complaint.needs << "needs branches of one shape, but branch 1 gives ";
            complaint.needs << branches[0] << " and branch " << k + 1 << " gives ";
            complaint.needs << branches[k];
            complaint.remedy << "give both branches the same strides, padding and filters";
        }
        return branches[0];
    }

    /// y = sum_k x_k, one branch at a time
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::map<binding.in, binding.out, binding.branch != 0>(
            pass.x, pass.y, pass.count,
            [](auto x) INLAY_INLINE_LAMBDA { return Epilogue::value(x); });
    }

    /// dx_k (+)= dy
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<binding.out, binding.in, binding.accumulate>(pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Add;
}  // namespace inlay

#endif  // INLAY_LAYER_ADD_HPP
