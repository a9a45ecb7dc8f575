// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SOFTMAX_OVER_HPP
#define INLAY_LAYER_SOFTMAX_OVER_HPP

#include <inlay/kernel/softmax.hpp>
#include <inlay/layer/along_axis.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Softmax along any axis, counted as in Keras: SoftmaxOver<Axis<1>> is along the outermost one of
/// an example. Also an option of other layers.
template <class... Given>
struct SoftmaxOver : AlongAxis<Given...> {
    using AlongAxis<Given...>::extents;

    static constexpr std::string_view title = "Softmax", name = "softmax";
    static constexpr bool backward_reads_output = true;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        SoftmaxOver::dimension(in, complaint);
        return in;
    }

    /// y[k] = exp(x[k]) / sum_j exp(x[j]) for each place beside the axis
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr AxisExtents e = extents(binding.in, binding.rank);
        for (std::size_t k = 0, at = 0; k < pass.count * e.before; ++k, at += e.along * e.behind) {
            if constexpr (e.behind == 1)
                kernel::softmax(pass.x + at, pass.y + at, e.along);
            else
                kernel::softmax_across(pass.x + at, pass.y + at, e.along, e.behind);
        }
    }

    /// dx[k] (+)= y[k] (dy[k] - sum_j y[j] dy[j])
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr AxisExtents e = extents(binding.in, binding.rank);
        for (std::size_t k = 0, at = 0; k < pass.count * e.before; ++k, at += e.along * e.behind) {
            if constexpr (e.behind == 1)
                kernel::softmax_gradient(pass.y + at, pass.dy + at, pass.dx + at, e.along,
                                         binding.accumulate);
            else
                kernel::softmax_across_gradient(pass.y + at, pass.dy + at, pass.dx + at, e.along,
                                                e.behind, binding.accumulate);
        }
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SoftmaxOver;
}  // namespace inlay

#endif  // INLAY_LAYER_SOFTMAX_OVER_HPP
