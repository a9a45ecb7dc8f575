// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_INTERPOLATING_HPP
#define INLAY_LAYER_INTERPOLATING_HPP
// An image read at other places than its cells: what UpSampling2D and Resizing share.

#include <inlay/kernel/interpolate.hpp>
#include <inlay/layer/layer.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// A layer of one interpolation along height and width.
template <Interpolation how, bool antialias = false>
struct Interpolating : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    /// A row of the input.
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool, std::size_t) {
        return in[1] * in[2];
    }

    /// y[p][q][c] = sum over i, j of v_p[i] w_q[j] x[p_0 + i][q_0 + j][c], as Resampling says
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::interpolate<binding.in, binding.out, along(binding, 1), along(binding, 2)>(
            pass.x, pass.y, pass.scratch, pass.count);
    }

    /// dx[p_0 + i][q_0 + j][c] += v_p[i] w_q[j] dy[p][q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::interpolate_gradient<binding.in, binding.out, along(binding, 1), along(binding, 2),
                                     binding.accumulate>(pass.dy, pass.dx, pass.scratch,
                                                         pass.count);
    }

private:
    static constexpr Resampling along(const Binding& binding, int axis) {
        return {binding.in.axes[axis].cells, binding.out.axes[axis].cells, how, antialias};
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_INTERPOLATING_HPP
