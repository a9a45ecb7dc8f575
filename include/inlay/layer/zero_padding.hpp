// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ZERO_PADDING_HPP
#define INLAY_LAYER_ZERO_PADDING_HPP
// Zeros around the input: what ZeroPadding2D and its kin are.

#include <inlay/layer/edges.hpp>

namespace inlay::INLAY_ABI {

/// The input with cells of zeros at the ends of Axes axes; EdgeLayer reads the numbers.
template <int Axes, int... Given>
struct ZeroPadding : EdgeLayer<Axes, Given...> {
    using Edge = EdgeLayer<Axes, Given...>;

    static constexpr Role role = Role::pad;

    static constexpr Shape pad(const Shape& in, std::string_view title, Complaint& complaint) {
        Shape out = in;
        if (Edge::accepts(in, title, complaint))
            for (int d = 0; d < Axes; ++d) out.extents[d] += Edge::both(d);
        return out;
    }

    /// The input's cell that is the output's first; it lies in the border.
    static constexpr int offset(const Shape&, int axis) {
        return -static_cast<int>(Edge::border.before(axis));
    }

    /// y[top + p][left + q][c] = x[p][q][c], 0 around it
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map to = Edge::inside(binding.out, binding.in);
        kernel::copy<binding.in, to, false>(pass.x, pass.y, pass.count);
        kernel::clear_border<to, Edge::border>(pass.y, pass.count);
    }

    /// dx[p][q][c] (+)= dy[top + p][left + q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<Edge::inside(binding.out, binding.in), binding.in, binding.accumulate>(
            pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_ZERO_PADDING_HPP
