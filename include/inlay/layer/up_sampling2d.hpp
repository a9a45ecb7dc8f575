// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_UP_SAMPLING2D_HPP
#define INLAY_LAYER_UP_SAMPLING2D_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/sliding.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Repeats each cell of an image: UpSampling2D<2> along height and width, UpSampling2D<2, 3> so
/// often along each. (height, width, channels) -> (height x Rows, width x Columns, channels).
template <int Rows, int Columns = Rows>
struct UpSampling2D : LayerDefaults {
    static constexpr std::string_view title = "UpSampling2D", name = "up_sampling2d";

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (Rows < 1 || Columns < 1) {
            complaint.needs << "repeats each cell " << Rows << "x" << Columns
                            << " times but needs once at least";
            complaint.remedy << "write UpSampling2D<2>";
        } else {
            sliding::need_cells(in, 2, complaint);
        }
        if (complaint.raised()) return in;
        return {in[0] * std::size_t{Rows}, in[1] * std::size_t{Columns}, in[2]};
    }

    /// y[p][q][c] = x[p / Rows][q / Columns][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        simd::unroll<Rows * Columns>([&](auto k) {
            kernel::copy<binding.in, copies(binding.in, binding.out, k), false>(pass.x, pass.y,
                                                                                pass.count);
        });
    }

    /// dx[p][q][c] (+)= sum over i, j of dy[p Rows + i][q Columns + j][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        simd::unroll<Rows * Columns>([&](auto k) {
            constexpr Map from = copies(binding.in, binding.out, k);
            kernel::copy<from, binding.in, binding.accumulate || (k > 0)>(pass.dy, pass.dx,
                                                                          pass.count);
        });
    }

private:
    /// Copy number k of each cell of the input: every so many cells of the output.
    static constexpr Map copies(const Map& in, const Map& out, int k) {
        constexpr std::size_t repeats[]{1, Rows, Columns};
        Map map = out.slice(in, {0, k / Columns, k % Columns}, 0);
        for (int a = 0; a < 3; ++a) map.axes[a].step *= repeats[a];
        return map;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::UpSampling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_UP_SAMPLING2D_HPP
