// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_TRANSPOSING_HPP
#define INLAY_LAYER_TRANSPOSING_HPP
// Transposed convolution over one, two or three axes: what Conv1DTranspose, Conv2DTranspose and
// Conv3DTranspose are. Its passes are those of a convolution that reads y and makes x, the
// `opposite`: the input gradient of that one forward, its forward pass and its weights' gradient
// backward.

#include <inlay/activation/linear.hpp>
#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/convolve_panels_backward.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/layer/sliding_kernel.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// Each cell of the input spreads over Sizes cells of Filters channels, which add up where they
/// meet. Options: an activation, Same or Valid, Strides, OutputPadding, Dilation, NoBias,
/// and the initializers, regularizers and constraints of its weights. Strides and Dilation cannot
/// both be above 1; OutputPadding stays below Strides.
template <int Axes, int Filters, sliding::Sizes sizes, class... Given>
struct Transposing : SlidingKernel<Axes, sizes, Given...> {
    using Base = SlidingKernel<Axes, sizes, Given...>;
    using Base::dilation;
    using Base::has_bias;
    using Base::stride;
    using Base::window;
    using typename Base::Options;
    using Added = typename Options::template get<"output padding", OutputPadding<-1>>;

    static constexpr Role role = Role::other;  // its kernel is not [taps][filters]
    static constexpr auto filters = static_cast<std::size_t>(Filters);
    static constexpr sliding::Sizes added = sliding::sizes_of<Added>(Axes);

    /// The rule of an axis of maps: depth, height, width.
    static constexpr Spreading spreading(int axis) {
        const int own = axis - (3 - Axes);
        return {sliding::along(window, axis),
                own >= 0 && Options::has("output padding") ? added.of[own] : -1};
    }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"activation", "padding", "strides", "output padding",
                                             "dilation", "bias", "kernel initializer",
                                             "kernel regularizer", "kernel constraint",
                                             "bias initializer", "bias regularizer",
                                             "bias constraint"})
                               .view();
        if (Filters < 1 || sizes.smallest() < 1 || stride.smallest() < 1) {
            complaint.needs << "has " << Filters << " filters of " << sizes << " spread by "
                            << stride << " but each number needs to be one at least";
            complaint.remedy << "write Conv2DTranspose<32, 3, 3>: filters, height, width";
        } else if (window.width.padding == Padding::causal) {
            complaint.needs << "takes Same or Valid, for Causal has no transposed form";
            complaint.remedy << "use Valid, and cut off what comes too late";
        } else if (Base::check_axes(complaint); complaint.raised()) {
            return in;
        } else if (stride.largest() > 1 && dilation.largest() > 1) {
            complaint.needs << "has Strides " << stride << " and Dilation " << dilation
                            << " but only one of them can be above 1";
            complaint.remedy << "leave one of them out";
        } else if (!Added::fit(Axes)) {
            complaint.needs << "takes one number for all axes, or one for each of " << Axes
                            << ", in OutputPadding";
            complaint.remedy << "write OutputPadding<1>";
        } else if (!added_fits()) {
            complaint.needs << "has OutputPadding " << added << " and Strides " << stride
                            << " but needs from 0 to less than the stride along each axis";
            complaint.remedy << "write Strides<2>, OutputPadding<1>";
        }
        if (complaint.raised()) return in;
        sliding::need_cells(in, Axes, complaint);
        if (complaint.raised()) return in;
        Shape out = in.with_last(filters);
        for (int a = 0; a < Axes; ++a) out.extents[a] = spreading(3 - Axes + a).cells(in[a]);
        if (out.size() > 0) return out;
        complaint.needs << "cuts off all cells that its input spreads over";
        complaint.remedy << "leave OutputPadding out, or use Valid";
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        specs.add(Options::kernel({"kernel", Base::kernel_shape(filters, in.last())}));
        if (has_bias) specs.add(Options::bias({"bias", Shape{filters}}));
        return specs;
    }

    static constexpr std::size_t kernel_count(std::size_t channels) {
        return window.cells() * channels * filters;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{Map(in).cells()} * kernel_count(in.last());
    }

    /// The kernel in panels as [phase][tap][in][out], and as [tap][out][in].
    static constexpr std::size_t forward_copy_count(const Shape& in, Algorithm) {
        return kernel::most_panels(window.cells() * in.last(), filters);
    }
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm) {
        return kernel::most_panels(window.cells() * filters, in.last());
    }
    template <Algorithm, class Scalar>
    static void copy_for_forward(const Shape& in, const Scalar* weights, Scalar* copy) {
        kernel::pack_phases(window, weights, copy, filters, in.last(),
                            kernel::panel_width<Scalar>(filters));
    }
    template <Algorithm, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        kernel::pack_panels(weights, copy, window.cells() * filters, in.last(),
                            kernel::panel_width<Scalar>(in.last()));
    }

    /// The opposite, which makes a map such as x from one such as y.
    static constexpr kernel::PanelConvolution opposite(const Map& x, const Map& y) {
        const auto axis = [&](int a) {
            return kernel::PanelConvolution::Axis{.places = x.axes[a].cells,
                                                  .cells = y.axes[a].cells,
                                                  .window = sliding::along(window, a),
                                                  .before = spreading(a).before(),
                                                  .in_step = y.axes[a].step,
                                                  .out_step = x.axes[a].step};
        };
        return {.down = axis(1),
                .across = axis(2),
                .in_channels = filters,
                .channels = x.channels(),
                .in_start = y.origin(),
                .in_size = y.size(),
                .out_start = x.origin(),
                .out_size = x.size(),
                .inward = axis(0),
                .height = x.height()};
    }

    /// Where the weights' gradient reads dy: all the cells that x spreads over, those that are cut
    /// off being zeros; dy itself where none are.
    static constexpr Halo cut(const Map& x, const Map& y) {
        const auto behind = [&](int a) {
            const std::size_t reach = spreading(a).reach(x.axes[a].cells),
                              end = spreading(a).before() + y.axes[a].cells;
            return end < reach ? reach - end : 0;
        };
        return {spreading(1).before(), behind(1), spreading(2).before(), behind(2),
                spreading(0).before(), behind(0)};
    }
    static constexpr Map padded(const Map& x, const Map& y) {
        return Map(y.cells_and_channels(), cut(x, y));
    }

    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool training,
                                               std::size_t) {
        Complaint none;
        const Map x(in), y(output(in, none));
        const kernel::PanelConvolution c = opposite(x, y);
        std::size_t most = kernel::phase_sums(c);
        if (!training) return most;
        const std::size_t sums = c.places_together() * kernel::widest_panel(c.channels);
        if (most < sums) most = sums;
        const std::size_t copy = padded(x, y).size();
        return most < copy ? copy : most;
    }

    /// y[i stride + k dilation - before][o] = f(b[o] + sum of all x[i][c] w[k][o][c] that meet)
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::convolve_phases<kernel::scattered_tile<Scalar>(filters)>(
            opposite(binding.in, binding.out), false, pass.x, pass.copy,
            binding.bias ? pass.weights + kernel_count(binding.in.channels()) : nullptr, pass.y,
            pass.count, pass.scratch, pass.crew, Epilogue(pass.attached));
    }

    /// dx[i][c] (+)= sum_k sum_o dy[i stride + k dilation - before][o] w[k][o][c]
    /// dw[k][o][c] += sum_n sum_i dy[n][i stride + k dilation - before][o] x[n][i][c]
    /// db[o] += sum_n sum_j dy[n][j][o]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        constexpr kernel::PanelConvolution c = [] {
            kernel::PanelConvolution made = opposite(binding.in, binding.out);
            made.adds = binding.accumulate;
            return made;
        }();
        constexpr kernel::Tile tile = kernel::scattered_tile<Scalar>(channels);
        if constexpr (kernel::sums_over_examples(c))
            kernel::convolve_panels_weight_gradient<tile, channels % kernel::panel_width<Scalar>(
                                                                         channels)>(
                c, pass.dy, pass.x, pass.gradient, pass.count);
        else
            weight_gradient<binding>(pass);
        if constexpr (has_bias)
            kernel::sum_pixels<pixels(binding.out)>(pass.dy, pass.gradient + kernel_count(channels),
                                                    pass.count);
        if constexpr (binding.input_gradient)
            kernel::convolve_panels<tile>(c, pass.dy, pass.copy,
                                          static_cast<const Scalar*>(nullptr), pass.dx, pass.count,
                                          pass.scratch, nullptr, kernel::Epilogue<Linear>());
    }

private:
    /// The opposite where each of its taps meets a cell: of `from`, whose first lies at `start`.
    static constexpr kernel::Convolution whole(const Map& x, const Map& from, std::size_t start) {
        return {.height = x.height(),
                .width = x.width(),
                .channels = x.channels(),
                .kernel_height = window.height.size,
                .kernel_width = window.width.size,
                .in_channels = filters,
                .down = window.height.stride,
                .across = window.width.stride,
                .in_start = start,
                .in_pitch = from.pitch(),
                .in_size = from.size(),
                .out_start = x.origin(),
                .out_pitch = x.pitch(),
                .out_size = x.size(),
                .in_cell = from.pixel(),
                .out_cell = x.pixel(),
                .tap_cell = window.width.dilation * from.pixel(),
                .tap_pitch = window.height.dilation * from.pitch(),
                .depth = x.depth(),
                .kernel_depth = window.depth.size,
                .inward = window.depth.stride,
                .in_plane = from.plane(),
                .out_plane = x.plane(),
                .tap_plane = window.depth.dilation * from.plane()};
    }

    static constexpr kernel::Convolution pixels(const Map& y) {
        return {.height = y.height(),
                .width = y.width(),
                .channels = filters,
                .kernel_height = 1,
                .kernel_width = 1,
                .in_channels = 1,
                .out_start = y.origin(),
                .out_pitch = y.pitch(),
                .out_size = y.size(),
                .out_cell = y.pixel(),
                .depth = y.depth(),
                .out_plane = y.plane()};
    }

    template <Binding binding, class Scalar>
    static void weight_gradient(const Backward<Scalar>& pass) {
        constexpr Halo border = cut(binding.in, binding.out);
        if constexpr (border.empty()) {
            kernel::convolve_weight_gradient<whole(binding.in, binding.out, binding.out.origin())>(
                pass.dy, pass.x, pass.gradient, pass.count);
        } else {
            constexpr Map to = padded(binding.in, binding.out);
            kernel::clear_border<to, border>(pass.scratch, 1);
            for (std::size_t n = 0; n < pass.count; ++n) {
                kernel::copy<binding.out, to, false>(pass.dy + n * binding.out.size(), pass.scratch,
                                                     1);
                kernel::convolve_weight_gradient<whole(binding.in, to, 0)>(
                    pass.scratch, pass.x + n * binding.in.size(), pass.gradient, 1);
            }
        }
    }

    static constexpr bool added_fits() {
        if (!Options::has("output padding")) return true;
        for (int a = 0; a < Axes; ++a)
            if (added.of[a] < 0 || added.of[a] >= stride.of[a]) return false;
        return true;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_TRANSPOSING_HPP
