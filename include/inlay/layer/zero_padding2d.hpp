// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ZERO_PADDING2D_HPP
#define INLAY_LAYER_ZERO_PADDING2D_HPP

#include <inlay/layer/edges.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeros around an image. ZeroPadding2D<1> puts one cell at each edge, ZeroPadding2D<1, 2> one row
/// above and below and two columns at the sides, four numbers are top, bottom, left and right.
template <int Top, int Bottom = -1, int Left = -1, int Right = -1>
struct ZeroPadding2D : EdgeLayer<Top, Bottom, Left, Right> {
    using Edge = EdgeLayer<Top, Bottom, Left, Right>;

    static constexpr std::string_view title = "ZeroPadding2D", name = "zero_padding2d";
    static constexpr Role role = Role::pad;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!Edge::accepts(in, "ZeroPadding2D<1, 1, 2, 2>", complaint)) return in;
        return {in[0] + Edge::top + Edge::bottom, in[1] + Edge::left + Edge::right, in[2]};
    }

    /// The input's cell that is the output's first; it lies in the border.
    static constexpr int offset(const Shape&, int axis) {
        return axis == 1 ? -int{Edge::top} : axis == 2 ? -int{Edge::left} : 0;
    }

    /// y[top + p][left + q][c] = x[p][q][c], 0 around it
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map to = Edge::inside(binding.out, binding.in);
        kernel::copy<binding.in, to, false>(pass.x, pass.y, pass.count);
        kernel::clear_border<to, Halo{Edge::top, Edge::bottom, Edge::left, Edge::right}>(
            pass.y, pass.count);
    }

    /// dx[p][q][c] (+)= dy[top + p][left + q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<Edge::inside(binding.out, binding.in), binding.in, binding.accumulate>(
            pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ZeroPadding2D;
}  // namespace inlay

#endif  // INLAY_LAYER_ZERO_PADDING2D_HPP
