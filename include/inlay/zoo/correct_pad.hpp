// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_CORRECT_PAD_HPP
#define INLAY_ZOO_CORRECT_PAD_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI::zoo {

/// Zeros for a Kernel x Kernel window that moves by two, as many as Same would put there: an even
/// image gets one row and one column less, at its begin. Keras works them out when it builds the
/// network (imagenet_utils.correct_pad); here any input does, as the layer asks its shape.
template <int Kernel>
struct CorrectPad : LayerDefaults {
    static constexpr std::string_view title = "ZeroPadding2D", name = "zero_padding2d";
    static constexpr Role role = Role::pad;

    static constexpr bool views(const Shape&) { return true; }

    /// The cells before the first, of so many along an axis; behind the last there are Kernel / 2.
    static constexpr std::size_t before(std::size_t cells) {
        return std::size_t{Kernel / 2} - (cells + 1) % 2;
    }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        Shape out = in;
        sliding::need_cells(in, 2, complaint);
        if (!complaint.raised())
            for (int axis = 0; axis < 2; ++axis) out.extents[axis] += before(in[axis]) + Kernel / 2;
        return out;
    }

    /// The input's cell that is the output's first; it lies in the border.
    static constexpr int offset(const Shape& in, int axis) {
        return axis == 0 ? 0 : -static_cast<int>(before(in[axis - 1]));
    }

    /// y[top + p][left + q][c] = x[p][q][c], 0 around it
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map to = inside(binding.out, binding.in);
        constexpr Halo border{before(to.height()), Kernel / 2, before(to.width()), Kernel / 2};
        kernel::copy<binding.in, to, false>(pass.x, pass.y, pass.count);
        kernel::clear_border<to, border>(pass.y, pass.count);
    }

    /// dx[p][q][c] (+)= dy[top + p][left + q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<inside(binding.out, binding.in), binding.in, binding.accumulate>(
            pass.dy, pass.dx, pass.count);
    }

private:
    /// The cells of the output that the input has.
    static constexpr Map inside(const Map& out, const Map& in) {
        return out.slice(
            in, {0, static_cast<int>(before(in.height())), static_cast<int>(before(in.width()))},
            0);
    }
};

}  // namespace inlay::INLAY_ABI::zoo

#endif  // INLAY_ZOO_CORRECT_PAD_HPP
