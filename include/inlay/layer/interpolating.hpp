// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_INTERPOLATING_HPP
#define INLAY_LAYER_INTERPOLATING_HPP
// An image read at other places than its cells: what UpSampling2D and Resizing share.

#include <inlay/kernel/interpolate.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The option that names an interpolation, or Default.
template <class Default, class... Given>
using InterpolationOr = typename option::Options<Given...>::template get<"interpolation", Default>;

/// A layer of one interpolation along height and width. Its scratch holds a row of its input, and
/// in training one of its output.
template <class How, bool antialias = false, Framing framing = Framing::stretch>
struct Interpolating : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    /// y[p][q][c] = sum over i, j of v_p[i] w_q[j] x[p_0 + i][q_0 + j][c], as Resampling says
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::interpolate<part(binding), binding.out, along(binding, 1), along(binding, 2), false,
                            false>(pass.x, pass.y, pass.scratch, pass.count);
    }

    /// dx[h][k][c] (+)= sum over i, j of v'_h[i] w'_k[j] dy[h_0 + i][k_0 + j][c], where v' and w'
    /// are the weights by which places read a cell
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (framing == Framing::crop && !binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
        kernel::interpolate<binding.out, part(binding), along(binding, 1), along(binding, 2), true,
                            binding.accumulate>(pass.dy, pass.dx, pass.scratch, pass.count);
    }

private:
    /// As many cells of an axis as the output's proportions want with all cells of the other one.
    static constexpr std::size_t wanted(const Binding& binding, int axis) {
        return binding.in.axes[3 - axis].cells * binding.out.axes[axis].cells /
               binding.out.axes[3 - axis].cells;
    }

    /// The cells that are read.
    static constexpr Map part(const Binding& binding) {
        Map part = binding.in;
        int at[3]{};
        for (int axis = 1; framing == Framing::crop && axis < 3; ++axis) {
            std::size_t& cells = part.axes[axis].cells;
            if (wanted(binding, axis) >= cells) continue;
            const std::size_t all = cells;
            cells = wanted(binding, axis) > 0 ? wanted(binding, axis) : 1;
            at[axis] = static_cast<int>((all - cells) / 2);
        }
        return binding.in.slice(part, at, 0);
    }

    static constexpr Resampling along(const Binding& binding, int axis) {
        const std::size_t cells = part(binding).axes[axis].cells, wants = wanted(binding, axis);
        return {cells, binding.out.axes[axis].cells, How::interpolation, antialias,
                framing == Framing::pad && wants > cells ? (wants - cells) / 2 : 0};
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_INTERPOLATING_HPP
