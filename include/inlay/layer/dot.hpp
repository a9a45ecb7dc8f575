// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DOT_HPP
#define INLAY_LAYER_DOT_HPP

#include <inlay/kernel/dot.hpp>
#include <inlay/layer/branches.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The products of all vectors of one branch with all of another: Dot<A, B, Axes<2, 1>> of (4, 3)
/// and (3, 5) has their shapes without those axes, (4, 5), and Dot of two vectors (1). Without Axes
/// it sums over the last axis of the first and the last but one of the second, which a vector has
/// not: its only one. Normalize brings the vectors to length 1 before.
template <class First, class Second, class... Given>
struct Dot : LayerDefaults {
    using branches = TypeList<First, Second>;
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "Dot", name = "dot";
    static constexpr bool backward_reads_input = true;

    /// The shape of the whole, from the shapes of the branches.
    static constexpr Shape output(const Shapes& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"axes", "normalize"}).view();
        if (complaint.raised()) return in[0];
        const int axes[] = {dimension(0, in[0].rank()), dimension(1, in[1].rank())};
        for (int k = 0; k < 2; ++k) {
            if (axes[k] >= 0 || complaint.raised()) continue;
            complaint.needs << "has no such axis in branch " << k + 1 << ", which gives ";
            complaint.needs << in[k];
            complaint.remedy << "count as Keras does, from 1 behind the batch, or back from -1";
        }
        if (complaint.raised()) return in[0];
        Shape out;
        for (int k = 0; k < 2; ++k)
            for (int d = 0; d < in[k].rank(); ++d)
                if (d != axes[k] && out.count++ < 4) out.extents[out.count - 1] = in[k][d];
        if (in[0][axes[0]] != in[1][axes[1]]) {
            complaint.needs << "needs vectors of one length, but axis " << axes[0] + 1
                            << " of branch 1 has " << in[0][axes[0]] << " of ";
            complaint.needs << in[0] << " and axis " << axes[1] + 1 << " of branch 2 has "
                            << in[1][axes[1]] << " of ";
            complaint.needs << in[1];
            complaint.remedy << "choose them by Axes<1, 1>";
        } else if (out.count > 4) {
            complaint.needs << "makes " << out.count << " axes";
            complaint.remedy << "reshape a branch: four at most can be kept";
        }
        if (complaint.raised()) return in[0];
        return out.count == 0 ? Shape{1} : out;
    }

    static constexpr std::size_t joint_scratch_count(const Shapes& in) {
        return product({in[0], dimension(0, in[0].rank())}, {in[1], dimension(1, in[1].rank())})
            .scratch();
    }

    /// y[i][j] = sum_t x_1[i][t] x_2[j][t]
    template <auto joint, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::dot(of<joint>, pass.inputs, pass.y, pass.scratch, pass.count);
    }

    /// dx_1[i][t] (+)= sum_j dy[i][j] x_2[j][t]      dx_2[j][t] (+)= sum_i dy[i][j] x_1[i][t]
    template <auto joint, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr auto &a = joint.in[0], &b = joint.in[1];
        Scalar* const dx[] = {a.input_gradient ? pass.input_gradients[0] : nullptr,
                              b.input_gradient ? pass.input_gradients[1] : nullptr};
        kernel::dot_gradients(of<joint>, pass.inputs, pass.dy, dx, {a.accumulate, b.accumulate},
                              pass.scratch, pass.count);
    }

private:
    struct LastAndLastButOne {
        static constexpr int of(int k, int rank) {
            return k == 0 || rank == 1 ? rank - 1 : rank - 2;
        }
    };

    /// The dimension of input k, of that rank, that the sum runs along.
    static constexpr int dimension(int k, int rank) {
        return Options::template get<"axes", LastAndLastButOne>::of(k, rank);
    }

    static constexpr kernel::Dot product(const AxisExtents& a, const AxisExtents& b) {
        constexpr bool normalize = Options::has("normalize");
        return {{{a, normalize}, {b, normalize}}, normalize};
    }

    static constexpr AxisExtents extents(const Reading& in, int k) {
        return {in.map, in.rank, dimension(k, in.rank)};
    }

    template <auto joint>
    static constexpr kernel::Dot of = product(extents(joint.in[0], 0), extents(joint.in[1], 1));
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dot;
}  // namespace inlay

#endif  // INLAY_LAYER_DOT_HPP
