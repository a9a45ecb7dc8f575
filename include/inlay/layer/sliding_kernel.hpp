// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SLIDING_KERNEL_HPP
#define INLAY_LAYER_SLIDING_KERNEL_HPP
// What layers with a kernel that slides over one, two or three axes have in common.

#include <inlay/layer/layer.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// A kernel of `sizes` cells over the last Axes axes before the channels, and its options.
template <int Axes, sliding::Sizes sizes, class... Given>
struct SlidingKernel : LayerDefaults {
    using Options = option::Options<Given...>;
    using Activate = typename Options::template get<"activation", Linear>;
    using Step = typename Options::template get<"strides", Strides<1>>;
    using Apart = typename Options::template get<"dilation", Dilation<1>>;

    static constexpr Role role = Role::linear;
    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr bool backward_reads_input = true;
    static constexpr bool has_bias = !Options::has("bias");
    static constexpr sliding::Sizes stride = sliding::sizes_of<Step>(Axes);
    static constexpr sliding::Sizes dilation = sliding::sizes_of<Apart>(Axes);
    static constexpr Windows window = sliding::window_of(
        sizes, stride, dilation, Options::template get<"padding", Valid>::padding);

    static constexpr bool views(const Shape&) { return true; }
    static constexpr bool adds_in_place(const Shape&) { return true; }

    /// Complains of options that do not fit the axes.
    static constexpr void check_axes(Complaint& complaint) {
        if (!Step::fit(Axes) || !Apart::fit(Axes) || dilation.smallest() < 1) {
            complaint.needs << "takes one number of one at least for all axes, or one for each of "
                            << Axes << ", in Strides and Dilation";
            complaint.remedy << "write Strides<2>";
        } else if (window.width.padding == Padding::causal && Axes != 1) {
            complaint.needs << "is not over a sequence, the only place for Causal";
            complaint.remedy << "use Same or Valid, or Conv1D";
        }
    }

    /// The shape of a kernel of `inputs` x `outputs` for each of its cells.
    static constexpr Shape kernel_shape(std::size_t inputs, std::size_t outputs) {
        Shape kernel;
        kernel.count = Axes + 2;
        for (int a = 0; a < Axes; ++a)
            kernel.extents[a] = sliding::along(window, 3 - Axes + a).size;
        kernel.extents[Axes] = inputs;
        kernel.extents[Axes + 1] = outputs;
        return kernel;
    }

    static constexpr std::size_t places(const Shape& in, int axis) {
        return sliding::along(window, axis).places(Map(in).axes[axis].cells);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_SLIDING_KERNEL_HPP
