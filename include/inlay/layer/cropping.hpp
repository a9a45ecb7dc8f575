// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CROPPING_HPP
#define INLAY_LAYER_CROPPING_HPP
// Cells left out at the edges: what Cropping2D and its kin are.

#include <inlay/layer/edges.hpp>

namespace inlay::INLAY_ABI {

/// y[p][q][c] = x[top + p][left + q][c] where `inside` is the part of the input that stays
template <Map inside, Map out, class Scalar>
void keep_part(const Forward<Scalar>& pass) {
    kernel::copy<inside, out, false>(pass.x, pass.y, pass.count);
}

/// dx[top + p][left + q][c] (+)= dy[p][q][c], and 0 in cells that were left out
template <Binding binding, Map inside, class Scalar>
void keep_part_gradient(const Backward<Scalar>& pass) {
    if constexpr (!binding.accumulate)
        for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
    kernel::copy<binding.out, inside, true>(pass.dy, pass.dx, pass.count);
}

/// The input without the cells at the ends of Axes axes; EdgeLayer reads the numbers.
template <int Axes, int... Given>
struct Cropping : EdgeLayer<Axes, Given...> {
    using Edge = EdgeLayer<Axes, Given...>;

    static constexpr Role role = Role::crop;

    static constexpr Shape crop(const Shape& in, std::string_view title, Complaint& complaint) {
        if (!Edge::accepts(in, title, complaint)) return in;
        Shape out = in;
        sliding::Sizes taken{Axes, {}};
        bool left = true;
        for (int d = 0; d < Axes; ++d) {
            taken.of[d] = static_cast<int>(Edge::both(d));
            left = left && in[d] > Edge::both(d);
            out.extents[d] -= Edge::both(d);
        }
        if (left) return out;
        complaint.needs << "takes " << taken << " cells away, all there are";
        complaint.remedy << "leave one at least";
        return in;
    }

    /// The input's cell that is the output's first.
    static constexpr int offset(const Shape&, int axis) {
        return static_cast<int>(Edge::border.before(axis));
    }

    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        keep_part<Edge::inside(binding.in, binding.out), binding.out>(pass);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        keep_part_gradient<binding, Edge::inside(binding.in, binding.out)>(pass);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_CROPPING_HPP
