// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MERGING_HPP
#define INLAY_LAYER_MERGING_HPP
// What the layers share that combine the outputs of several branches element by element.

#include <inlay/kernel/combine.hpp>
#include <inlay/layer/branches.hpp>
#include <inlay/layer/layer.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// A function of branches of one shape, or of shapes with extents of 1 where others have more,
/// which are aligned at the channels as in Keras. Function states value(x) and gradient<k>(x, dy),
/// x being an array of packs.
template <class Function, class... Branches>
struct Merging : LayerDefaults {
    using branches = TypeList<Branches...>;

    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    /// The shape of the whole, from the shapes of the branches.
    static constexpr Shape output(const Shapes& in, Complaint& complaint) {
        Shape out = in[0];
        for (int k = 1; k < in.count; ++k)
            if (!spread(out, in[k]) && !complaint.raised()) {
                complaint.needs << "needs branches of one shape, but branch 1 gives ";
                complaint.needs << in[0] << " and branch " << k + 1 << " gives ";
                complaint.needs << in[k];
                complaint.remedy << "give both branches the same strides, padding and filters";
            }
        return complaint.raised() ? in[0] : out;
    }

    /// y = f(Function(x_1, x_2 ...))
    template <auto joint, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::combine<joint, Function>(pass.inputs, pass.y, pass.count, Epilogue(pass.attached));
    }

    /// dx_k (+)= the derivative by x_k times dy, summed where x_k serves several places
    template <auto joint, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (joint.in[k].input_gradient)
                kernel::combine_gradient<joint, k, Function>(pass.inputs, pass.dy,
                                                             pass.input_gradients[k], pass.count);
        });
    }

private:
    /// Widens `out` to hold `in` too; false where they do not go together.
    static constexpr bool spread(Shape& out, const Shape& in) {
        const int rank = out.rank() < in.rank() ? in.rank() : out.rank();
        Shape wide;
        wide.count = rank;
        for (int d = 0; d < rank; ++d) {
            const int a = d - (rank - out.rank()), b = d - (rank - in.rank());
            const std::size_t from = a < 0 ? 1 : out[a], other = b < 0 ? 1 : in[b];
            if (from != other && from != 1 && other != 1) return false;
            wide.extents[d] = from == 1 ? other : from;
        }
        out = wide;
        return true;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_MERGING_HPP
