// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_PERMUTE_HPP
#define INLAY_LAYER_PERMUTE_HPP

#include <inlay/kernel/permute.hpp>
#include <inlay/layer/layer.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The same elements with their axes in another order; these count from 1, as in Keras: Permute<2,
/// 1> makes (channels, steps) of (steps, channels). Up to four axes, each of them once.
template <int... Axes>
struct Permute : LayerDefaults {
    static constexpr std::string_view title = "Permute", name = "permute";

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        constexpr int rank = sizeof...(Axes), given[]{Axes..., 0};
        if (!complete) {
            complaint.needs << "needs each of its " << rank << " axes once, counted from 1";
            complaint.remedy << "write an order such as Permute<2, 1>";
        } else if (rank != in.rank() || rank > 4) {
            complaint.needs << "orders " << rank << " axes";
            complaint.remedy << "name each axis of the input, four at most";
        }
        if (complaint.raised()) return in;
        Shape out = in;
        for (int k = 0; k < rank; ++k) out.extents[k] = in[given[k] - 1];
        return out;
    }

    /// y[i_1][i_2] = x[i_2][i_1], of Permute<2, 1>
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        static constexpr kernel::Permutation there = permutation(binding.in, binding.out);
        kernel::permute<false>(there, pass.x, pass.y, pass.count);
    }

    /// dx[i_2][i_1] (+)= dy[i_1][i_2]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        static constexpr kernel::Permutation back = permutation(binding.in, binding.out).reversed();
        kernel::permute<binding.accumulate>(back, pass.dy, pass.dx, pass.count);
    }

private:
    /// Whether the axes are those from 1 on, each of them once.
    static constexpr bool complete = [] {
        constexpr int rank = sizeof...(Axes);
        int met = 0;
        for (int axis = 1; axis <= rank; ++axis) met += ((Axes == axis) || ...);
        return rank > 0 && met == rank;
    }();

    static constexpr kernel::Permutation permutation(const Map& in, const Map& out) {
        constexpr int rank = sizeof...(Axes), given[]{Axes...};
        int order[]{0, 1, 2, 3};
        for (int k = 0; k < rank; ++k) order[4 - rank + k] = 4 - rank + given[k] - 1;
        return {in, out, order};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Permute;
}  // namespace inlay

#endif  // INLAY_LAYER_PERMUTE_HPP
