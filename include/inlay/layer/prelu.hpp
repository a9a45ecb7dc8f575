// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_PRELU_HPP
#define INLAY_LAYER_PRELU_HPP

#include <inlay/kernel/combine.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// y = x where x > 0, alpha x elsewhere: a weight alpha for each number of the input, or one for
/// all places along SharedAxes. The derivative at 0 is 0, as in Keras. Also an option of other
/// layers: Dense<8, PReLU<>>.
template <class... Given>
struct PReLU : LayerDefaults {
    using Options = option::Options<Given...>;
    using Shared = typename Options::template get<"shared axes", SharedAxes<>>;

    static constexpr std::string_view title = "PReLU", name = "p_re_lu";
    static constexpr bool is_activation = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"shared axes"}).view();
        if (Shared::largest() > in.rank()) {
            complaint.needs << "shares axis " << Shared::largest() << " of " << in.rank();
            complaint.remedy << "count axes from 1, the outermost: SharedAxes<1, 2> for an image";
        }
        return in;
    }

    /// The extents of alpha: 1 along shared axes, of which the last is number `rank`.
    static constexpr Shape extents(Shape in, int rank) {
        for (int d = 0; d < in.rank(); ++d)
            if (Shared::has(d + 1 + rank - in.rank())) in.extents[d] = 1;
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        return WeightSpecs{}.add(
            {.name = "alpha", .shape = extents(in, in.rank()), .fill = Zeros::fill});
    }

    struct Function {
        template <class Pack>
        INLAY_INLINE static Pack value(const Pack (&v)[2]) {
            const Pack zero = simd::zero<typename Pack::scalar>();
            return simd::select(simd::less(zero, v[0]), v[0], simd::mul(v[0], v[1]));
        }

        /// dx = dy, alpha dy or 0      dalpha = x dy where x < 0
        template <std::size_t k, class Pack>
        INLAY_INLINE static Pack gradient(const Pack (&v)[2], Pack dy) {
            const Pack zero = simd::zero<typename Pack::scalar>();
            const Pack low = simd::select(simd::less(v[0], zero), simd::mul(dy, v[1 - k]), zero);
            return simd::select(simd::less(zero, v[0]), k == 0 ? dy : zero, low);
        }
    };

    /// x and alpha as two inputs, of which alpha is the same for all examples and its gradient is
    /// added to.
    static constexpr Joint<2> joint(const Binding& b) {
        Map alpha(extents(b.in.cells_and_channels(), b.rank));
        alpha.stride = 0;
        return {{{b.in, b.accumulate, b.input_gradient}, {alpha, true, true}}, b.out};
    }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        const Scalar* const inputs[] = {pass.x, pass.weights};
        kernel::combine<joint(binding), Function, Epilogue>(inputs, pass.y, pass.count);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        const Scalar* const inputs[] = {pass.x, pass.weights};
        if constexpr (binding.input_gradient)
            kernel::combine_gradient<joint(binding), 0, Function>(inputs, pass.dy, pass.dx,
                                                                  pass.count);
        kernel::combine_gradient<joint(binding), 1, Function>(inputs, pass.dy, pass.gradient,
                                                              pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PReLU;
}  // namespace inlay

#endif  // INLAY_LAYER_PRELU_HPP
