// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_REFLECT_PADDING_HPP
#define INLAY_LAYER_REFLECT_PADDING_HPP
// A reflected border: what ReflectPadding2D and its kin are.

#include <inlay/kernel/reflect.hpp>
#include <inlay/layer/edges.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The input, and at the ends of Axes axes its cells once more from the edge inwards, without the
/// outermost one; EdgeLayer reads the numbers.
template <int Axes, int... Given>
struct ReflectPadding : EdgeLayer<Axes, Given...> {
    using Edge = EdgeLayer<Axes, Given...>;

    static constexpr Shape pad(const Shape& in, std::string_view title, Complaint& complaint) {
        if (!Edge::accepts(in, title, complaint)) return in;
        Shape out = in;
        for (int d = 0; d < Axes; ++d) {
            const std::size_t before = Edge::border.before(3 - Axes + d);
            const std::size_t behind = Edge::border.behind(3 - Axes + d);
            const std::size_t most = before < behind ? behind : before;
            out.extents[d] += Edge::both(d);
            if (most < in[d] || complaint.raised()) continue;
            complaint.needs << "needs more than " << most << " cells along axis " << d + 1
                            << " to reflect as many";
            complaint.remedy << "pad less, or what lies before it";
        }
        return complaint.raised() ? in : out;
    }

    /// y[top + p][left + q][c] = x[p][q][c], and x[-p][-q][c] where p or q lie outside of x
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::reflect(reflection<binding.in, binding.out>, pass.x, pass.y, pass.count);
    }

    /// dx[p][q][c] (+)= the sum of dy over the places where that cell is seen
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::reflect_gradient(reflection<binding.in, binding.out>, pass.dy, pass.dx, pass.count,
                                 binding.accumulate);
    }

private:
    template <Map in, Map out>
    static constexpr kernel::Reflection reflection{in, out, Edge::border};
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_REFLECT_PADDING_HPP
