// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLU_HPP
#define INLAY_LAYER_GLU_HPP

#include <inlay/kernel/glu.hpp>
#include <inlay/layer/along_axis.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// y = a / (1 + exp(-b)), a and b being the halves of x along its innermost axis, or along Axis<1>
/// (Dauphin et al. 2017). Also an option of other layers: Dense<8, GLU<>> gives 4 numbers.
template <class... Given>
struct GLU : AlongAxis<Given...> {
    using AlongAxis<Given...>::extents;

    static constexpr std::string_view title = "GLU", name = "glu";
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = GLU::Along::number == -1 ? Masks::pass : Masks::stop;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        const int d = GLU::dimension(in, complaint);
        if (complaint.raised()) return in;
        if (in[d] % 2 != 0) {
            complaint.needs << "needs an even number to halve along axis " << GLU::Along::number;
            complaint.remedy << "give the layer before it twice the numbers that are to come out";
        }
        Shape half = in;
        half.extents[d] /= 2;
        return half;
    }

    /// y = a s, s = 1 / (1 + exp(-b))
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr AxisExtents e = extents(binding.in, binding.rank);
        kernel::glu(pass.x, pass.y, pass.count * e.before, e.along / 2 * e.behind);
    }

    /// da (+)= dy s      db (+)= dy a s (1 - s)
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr AxisExtents e = extents(binding.in, binding.rank);
        kernel::glu_gradient(pass.x, pass.dy, pass.dx, pass.count * e.before,
                             e.along / 2 * e.behind, binding.accumulate);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GLU;
}  // namespace inlay

#endif  // INLAY_LAYER_GLU_HPP
