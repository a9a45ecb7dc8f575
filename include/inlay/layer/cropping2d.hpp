// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CROPPING2D_HPP
#define INLAY_LAYER_CROPPING2D_HPP

#include <inlay/layer/edges.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Cells left out at the edges of an image. Cropping2D<1> takes one at each, Cropping2D<1, 2> one
/// row above and below and two columns at the sides; four numbers are top, bottom, left, right.
template <int Top, int Bottom = -1, int Left = -1, int Right = -1>
struct Cropping2D : EdgeLayer<Top, Bottom, Left, Right> {
    using Edge = EdgeLayer<Top, Bottom, Left, Right>;

    static constexpr std::string_view title = "Cropping2D", name = "cropping2d";
    static constexpr Role role = Role::crop;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!Edge::accepts(in, "Cropping2D<1, 1, 2, 2>", complaint)) return in;
        const std::size_t down = Edge::top + Edge::bottom, across = Edge::left + Edge::right;
        if (in[0] <= down || in[1] <= across) {
            complaint.needs << "takes " << down << "x" << across << " cells away, all there are";
            complaint.remedy << "leave one at least";
            return in;
        }
        return {in[0] - down, in[1] - across, in[2]};
    }

    /// The input's cell that is the output's first.
    static constexpr int offset(const Shape&, int axis) {
        return axis == 1 ? int{Edge::top} : axis == 2 ? int{Edge::left} : 0;
    }

    /// y[p][q][c] = x[top + p][left + q][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::copy<Edge::inside(binding.in, binding.out), binding.out, false>(pass.x, pass.y,
                                                                                pass.count);
    }

    /// dx[top + p][left + q][c] (+)= dy[p][q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (!binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
        kernel::copy<binding.out, Edge::inside(binding.in, binding.out), true>(pass.dy, pass.dx,
                                                                               pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Cropping2D;
}  // namespace inlay

#endif  // INLAY_LAYER_CROPPING2D_HPP
