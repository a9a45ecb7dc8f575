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
/// all places along SharedAxes. The derivative at 0 is 0, as in Keras. Options: SharedAxes,
/// AlphaRegularizer, AlphaConstraint. Also an option of other layers: Dense<8, PReLU<>>.
template <class... Given>
struct PReLU : LayerDefaults {
    using Options = option::Options<Given...>;
    using Shared = typename Options::template get<"shared axes", SharedAxes<>>;

    static constexpr std::string_view title = "PReLU", name = "p_re_lu";
    static constexpr Role role = Role::elementwise;
    static constexpr bool is_activation = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs
            << Options::mistake({"shared axes", "alpha regularizer", "alpha constraint"}).view();
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
        return WeightSpecs{}.add(Options::template ruled<"alpha regularizer", "alpha constraint">(
            {.name = "alpha", .shape = extents(in, in.rank()), .fill = Zeros::fill}));
    }

    /// The function of x and alpha.
    struct Applied {
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

    /// How alpha lies for inputs that lie like `in`: the same for all examples.
    static constexpr Map weights_map(const Map& in, int rank) {
        Map alpha(extents(in.cells_and_channels(), rank));
        alpha.stride = 0;
        return alpha;
    }

    /// x and alpha as two inputs; to the gradient of alpha is added.
    static constexpr Joint<2> joint(const Binding& b) {
        return {{{b.in, b.accumulate, b.input_gradient}, {weights_map(b.in, b.rank), true, true}},
                b.out};
    }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        const Scalar* const inputs[] = {pass.x, pass.weights};
        kernel::combine<joint(binding), Applied>(inputs, pass.y, pass.count,
                                                 Epilogue(pass.attached));
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        const Scalar* const inputs[] = {pass.x, pass.weights};
        if constexpr (binding.input_gradient)
            kernel::combine_gradient<joint(binding), 0, Applied>(inputs, pass.dy, pass.dx,
                                                                 pass.count);
        weight_gradient<binding>(pass);
    }

    /// dalpha alone, where PReLU stands in the epilogue of another layer.
    template <Binding binding, class Scalar>
    static void weight_gradient(const Backward<Scalar>& pass) {
        const Scalar* const inputs[] = {pass.x, pass.weights};
        kernel::combine_gradient<joint(binding), 1, Applied>(inputs, pass.dy, pass.gradient,
                                                             pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PReLU;
}  // namespace inlay

#endif  // INLAY_LAYER_PRELU_HPP
