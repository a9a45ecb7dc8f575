// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONVOLVING_HPP
#define INLAY_LAYER_CONVOLVING_HPP
// Convolution over one, two or three axes: what Conv1D, Conv2D and Conv3D are.

#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/convolve_pool.hpp>
#include <inlay/kernel/depthwise_backward.hpp>
#include <inlay/kernel/winner_gradient.hpp>
#include <inlay/kernel/winograd_backward.hpp>
#include <inlay/layer/panel_product.hpp>
#include <inlay/layer/sliding_kernel.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Filters kernels of Sizes cells over the last `Axes` axes before the channels. Options: an
/// activation, Same, Valid or (over a sequence) Causal, Strides, Dilation, Groups, NoBias,
/// KernelInit, BiasInit, and over images Direct or Fast for the algorithm.
///
/// Errors of outputs and gradients against exact sums, relative L2 norms over random, shifted,
/// alternating and subnormal numbers (tests/kernel/winograd_pool.cpp): direct sums 1e-7 to 1e-6 for
/// 64 channels, F(2x2, 3x3) at most 1.5 times theirs, F(4x4, 3x3) 3 times, F(2x2, 5x5) 4 times.
template <int Axes, int Filters, sliding::Sizes sizes, class... Given>
struct Convolving : SlidingKernel<Axes, sizes, Given...> {
    using Base = SlidingKernel<Axes, sizes, Given...>;
    using Base::dilation;
    using Base::has_bias;
    using Base::places;
    using Base::stride;
    using Base::window;
    using typename Base::Options;

    static constexpr auto filters = static_cast<std::size_t>(Filters);
    static constexpr int parts = Options::template get<"groups", Groups<1>>::count;
    static constexpr std::size_t groups = parts < 1 ? 1 : static_cast<std::size_t>(parts);
    static constexpr bool takes_maximum = groups == 1 && Axes < 3;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"activation", "padding", "strides", "dilation",
                                             "groups", "bias", "kernel initializer",
                                             "bias initializer", "kernel regularizer",
                                             "kernel constraint", "bias regularizer",
                                             "bias constraint", "algorithm"})
                               .view();
        if (Filters < 1 || sizes.smallest() < 1 || stride.smallest() < 1) {
            complaint.needs << "has " << Filters << " filters of " << sizes << " moved by "
                            << stride << " but each number needs to be one at least";
            complaint.remedy << "write Conv2D<32, 3, 3>: filters, height, width";
        } else if (Base::check_axes(complaint); complaint.raised()) {
            return in;
        } else if (asked.fast() && !filters_fast(asked)) {
            complaint.needs << "has a " << sizes << " kernel moved by " << stride << " but Fast<"
                            << asked.tile << "> needs a square one from 2x2 to "
                            << max_points - asked.tile + 1 << "x" << max_points - asked.tile + 1
                            << " moved by 1x1";
            complaint.remedy << "leave the option out, or write Direct";
        } else if (parts < 1 || filters % groups != 0 || in.last() % groups != 0) {
            complaint.needs << "needs channels and filters that " << parts
                            << " groups can share, but has " << in.last() << " and " << Filters;
            complaint.remedy << "use a number of groups that divides both";
        }
        return sliding::slide(window, Axes, in, filters, complaint);
    }

    /// Channels of the input and of the output in one group.
    static constexpr std::size_t inputs_of_group(std::size_t channels) { return channels / groups; }
    static constexpr std::size_t filters_of_group = filters / groups;

    /// Whether each group is one channel of both: the same sums, from kernels for whole registers.
    static constexpr bool is_depthwise(std::size_t channels) {
        return Axes < 3 && groups > 1 && filters_of_group == 1 && inputs_of_group(channels) == 1;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        const std::size_t channels = inputs_of_group(in.last());
        WeightSpecs specs;
        specs.add(Options::kernel({"kernel", Base::kernel_shape(channels, filters)}));
        if (has_bias) specs.add(Options::bias({"bias", Shape{filters}}));
        return specs;
    }

    /// Numbers of the kernel of all groups, from the channels of the input.
    static constexpr std::size_t kernel_count(std::size_t channels) {
        return window.cells() * inputs_of_group(channels) * filters;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{places(in, 0)} * places(in, 1) * places(in, 2) *
               kernel_count(in.last());
    }

    /// The layer's own option; by_cost where it has none.
    static constexpr Algorithm asked = Options::template get<"algorithm", Fast<>>::algorithm;

    /// Points of a tile along an axis: more would round too badly.
    static constexpr int max_points = 8;

    static constexpr bool filters_fast(Algorithm a) {
        return Axes == 2 && groups == 1 && stride.of[0] == 1 && stride.of[1] == 1 &&
               dilation.of[0] == 1 && dilation.of[1] == 1 && sizes.of[0] == sizes.of[1] &&
               sizes.of[0] > 1 && a.tile + sizes.of[0] - 1 <= max_points;
    }

    static constexpr kernel::Filtering filtering(const Shape& in) {
        return {places(in, 1), places(in, 2), filters, in.last(), window.height.size};
    }

    static constexpr Algorithm algorithm(const Shape& in, Algorithm policy) {
        const Algorithm a = Options::has("algorithm") ? asked : policy;
        if (a == Algorithm::by_cost())
            return filters_fast({2}) ? filtering(in).fastest() : Algorithm{};
        return a.fast() && filters_fast(a) ? Algorithm{a.tile, sizes.of[0]} : Algorithm{};
    }

    static constexpr std::uint64_t products(const Shape& in, Algorithm a) {
        return filtering(in).products(a);
    }

    /// The padding, and what the last tiles of a fast algorithm read behind it.
    static constexpr Halo halo(const Shape& in, Algorithm a) {
        Halo border = sliding::padding_of(window, in);
        if (!a.fast()) return border;
        const auto tile = static_cast<std::size_t>(a.tile);
        const auto rest = [&](std::size_t count) { return (tile - count % tile) % tile; };
        border.bottom += rest(places(in, 1));
        border.right += rest(places(in, 2));
        return border;
    }

    /// The direct sums of many weights.
    using Panels = PanelProduct<window, filters>;
    static constexpr bool in_panels(std::size_t channels, Algorithm a) {
        return Axes < 3 && groups == 1 && !a.fast() && Panels::fits(channels);
    }

    /// The transformed kernel, or the kernel in panels.
    static constexpr std::size_t forward_copy_count(const Shape& in, Algorithm a) {
        if (in_panels(in.last(), a)) return Panels::forward_copy_count(in.last());
        if (!a.fast()) return 0;
        return kernel::winograd_weight_count(static_cast<std::size_t>(a.tile), window.height.size,
                                             in.last(), filters);
    }

    template <Algorithm a, class Scalar>
    static void copy_for_forward(const Shape& in, const Scalar* weights, Scalar* copy) {
        if constexpr (!a.fast())
            Panels::copy_for_forward(in.last(), weights, copy);
        else
            kernel::winograd_weights<a.tile, window.height.size>(weights, copy, in.last(), filters);
    }

    /// The kernel as [group][tap][out][in], in panels, or the transformed one likewise.
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm a) {
        if (in_panels(in.last(), a) && Panels::reverses)
            return Panels::backward_copy_count(in.last());
        if (!a.fast()) return is_depthwise(in.last()) ? 0 : kernel_count(in.last());
        return kernel::winograd_weight_count(static_cast<std::size_t>(a.tile), window.height.size,
                                             filters, in.last());
    }

    template <Algorithm a, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        if constexpr (a.fast()) {
            kernel::winograd_transposed_weights<a.tile, window.height.size>(weights, copy,
                                                                            in.last(), filters);
        } else if (in_panels(in.last(), a) && Panels::reverses) {
            Panels::copy_for_backward(in.last(), weights, copy);
        } else {
            const std::size_t channels = inputs_of_group(in.last());
            for (std::size_t g = 0; g < groups; ++g)
                kernel::transpose_taps(weights + g * filters_of_group,
                                       copy + g * window.cells() * channels * filters_of_group,
                                       window.cells(), channels, filters_of_group, filters);
        }
    }

    /// For tiles that cover the output, or as much of it as a pooling reads.
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm a, bool training,
                                               std::size_t examples) {
        if (in_panels(in.last(), a))
            return Panels::scratch_count(Map(in), unpooled(in), training, examples);
        if (!a.fast()) return 0;
        const kernel::Convolution c{.height = places(in, 1),
                                    .width = places(in, 2),
                                    .channels = filters,
                                    .kernel_height = window.height.size,
                                    .kernel_width = window.width.size,
                                    .in_channels = in.last()};
        return kernel::winograd_scratch(c, static_cast<std::size_t>(a.tile), training, examples);
    }

    /// The output in memory of its own.
    static constexpr Map unpooled(const Shape& in) {
        Shape out = in.with_last(filters);
        for (int a = 0; a < Axes; ++a) out.extents[a] = places(in, 3 - Axes + a);
        return Map(out);
    }

    /// The cells before the first one that the first tap meets.
    static constexpr std::size_t before(const Map& in, int axis) {
        return sliding::along(window, axis).before(in.axes[axis].cells);
    }

    /// The extents, of one group; the input's border is at least as wide as the padding.
    static constexpr kernel::Convolution convolution(const Binding& b) {
        kernel::Convolution c{.height = b.out.height(),
                              .width = b.out.width(),
                              .channels = filters_of_group,
                              .kernel_height = window.height.size,
                              .kernel_width = window.width.size,
                              .in_channels = inputs_of_group(b.in.channels()),
                              .down = window.height.stride,
                              .across = window.width.stride,
                              .in_start = b.in.origin() - before(b.in, 0) * b.in.plane() -
                                          before(b.in, 1) * b.in.pitch() -
                                          before(b.in, 2) * b.in.pixel(),
                              .in_pitch = b.in.pitch(),
                              .in_size = b.in.size(),
                              .out_start = b.out.origin(),
                              .out_pitch = b.out.pitch(),
                              .out_size = b.out.size()};
        if (b.in.pixel() != c.in_channels) c.in_cell = b.in.pixel();
        if (b.out.pixel() != c.channels) c.out_cell = b.out.pixel();
        if (window.width.dilation > 1) c.tap_cell = window.width.dilation * b.in.pixel();
        if (window.height.dilation > 1) c.tap_pitch = window.height.dilation * b.in.pitch();
        if (groups > 1) c.weight_row = filters;
        if (Axes < 3) return c;
        c.depth = b.out.depth();
        c.kernel_depth = window.depth.size;
        c.inward = window.depth.stride;
        c.in_plane = b.in.plane();
        c.out_plane = b.out.plane();
        c.tap_plane = window.depth.dilation * b.in.plane();
        return c;
    }

    /// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p down + h][q across + w][c] w[h][w][c][o])
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr kernel::Convolution c = convolution(binding);
        const Scalar* bias = bias_of<binding>(pass.weights);
        if constexpr (binding.algorithm.fast())
            kernel::winograd_convolve<c, binding.algorithm.tile>(
                pass.x, pass.copy, bias, pass.y, pass.count, pass.scratch, pass.crew,
                Epilogue(pass.attached));
        else if constexpr (in_panels(binding.in.channels(), binding.algorithm))
            Panels::template forward<binding.in, binding.out>(pass, bias, Epilogue(pass.attached));
        else if constexpr (is_depthwise(binding.in.channels()))
            kernel::depthwise<binding.in, binding.out, window>(pass.x, pass.weights, bias, pass.y,
                                                               pass.count, Epilogue(pass.attached));
        else
            for (std::size_t g = 0; g < groups; ++g)
                kernel::convolve<c>(pass.x + g * c.in_channels, pass.weights + g * c.channels,
                                    bias ? bias + g * c.channels : nullptr, pass.y + g * c.channels,
                                    pass.count,
                                    Epilogue(pass.attached).from_channel(g * c.channels));
    }

    /// dw, db and dx: see kernel/convolve.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (is_depthwise(binding.in.channels()))
            kernel::depthwise_backward<binding.in, binding.out, window, has_bias,
                                       binding.input_gradient, binding.accumulate>(
                pass.x, pass.dy, pass.weights, pass.dx, pass.gradient, pass.count);
        else
            backward_as<convolution(binding), binding, binding.out, has_bias>(
                pass, pass.x, pass.dy, pass.dx, pass.count, pass.scratch);
    }

    /// The convolution before a max-pooling, as far as the windows cover its output; its own output
    /// is a dense map of one example.
    template <Windows pool>
    static constexpr kernel::Convolution before_pool(const Binding& b) {
        kernel::Convolution c = convolution(b);
        c.height = b.out.height() * pool.height.size;
        c.width = b.out.width() * pool.width.size;
        c.out_start = 0;
        c.out_pitch = c.width * filters;
        c.out_cell = 0;
        c.out_size = c.height * c.out_pitch;
        return c;
    }

    /// Whether the tiles of the binding's algorithm are whole windows of a pooling.
    template <Windows pool>
    static constexpr bool tiles_hold_windows(const Binding& b) {
        return b.algorithm.fast() && b.algorithm.tile % 2 == 0 && pool.height.size == 2 &&
               pool.width.size == 2;
    }

    /// y = the largest f(z) of each window, z being the convolution's output
    template <Binding binding, class Function, Windows pool, class Scalar>
    static void forward_maximum(const Forward<Scalar>& pass) {
        constexpr kernel::Convolution c = before_pool<pool>(binding);
        const Scalar* bias = bias_of<binding>(pass.weights);
        if constexpr (tiles_hold_windows<pool>(binding))
            kernel::winograd_convolve_max_pool<c, binding.algorithm.tile, binding.out, Function>(
                pass.x, pass.copy, bias, pass.y, pass.kept, pass.count, pass.scratch, pass.crew);
        else if constexpr (in_panels(binding.in.channels(), binding.algorithm))
            Panels::template forward_maximum<binding.in, Map(Shape{c.height, c.width, filters}),
                                             binding.out, Function, pool>(pass, bias);
        else
            kernel::convolve_max_pool<c, pool, binding.out, Function>(
                pass.x, pass.weights, bias, pass.y, pass.kept, pass.count);
    }

    /// Whether dw comes from the winners alone, with what that needs in the room for one map.
    template <Windows pool>
    static constexpr bool multiplies_winners(const Binding& b) {
        const kernel::Convolution c = before_pool<pool>(b);
        return !b.input_gradient && pool.height.size == 2 && pool.width.size == 2 && c.down == 1 &&
               c.across == 1 && c.even_runs() && c.tap_pitch == 0 && c.tap_cell == 0 &&
               kernel::winner_scratch(c) <= c.out_size;
    }

    /// dz from dy and the winners, then dw, db and dx: tile by tile, or example by example; or dw
    /// and db from the winners
    template <Binding binding, class Function, Windows pool, class Scalar>
    static void backward_maximum(const Backward<Scalar>& pass) {
        constexpr kernel::Convolution c = before_pool<pool>(binding);
        if constexpr (tiles_hold_windows<pool>(binding)) {
            kernel::winograd_backward_max_pool<c, binding.algorithm.tile, binding.out, Function,
                                               has_bias, binding.input_gradient,
                                               binding.accumulate>(
                pass.x, pass.y, pass.dy, pass.kept, pass.copy, pass.dx, pass.gradient, pass.count,
                pass.scratch);
        } else if constexpr (multiplies_winners<pool>(binding)) {
            kernel::convolve_winner_gradient<c, binding.out, Function, has_bias>(
                pass.x, pass.y, pass.dy, pass.kept, pass.gradient, pass.scratch, pass.count);
        } else {
            if constexpr (has_bias)
                kernel::sum_gradients<binding.out, Function>(
                    pass.y, pass.dy, pass.gradient + kernel_count(binding.in.channels()),
                    pass.count);
            constexpr Map z(Shape{c.height, c.width, filters});
            constexpr std::size_t most = in_panels(binding.in.channels(), binding.algorithm)
                                             ? Panels::together(binding.in, z)
                                             : 1;
            for (std::size_t n = 0; n < pass.count; n += most) {
                const std::size_t some = pass.count - n < most ? pass.count - n : most;
                for (std::size_t k = 0; k < some; ++k)
                    kernel::spread_to_winners<binding.out, pool, Function>(
                        pass.y + (n + k) * binding.out.size(),
                        pass.dy + (n + k) * binding.out.size(),
                        pass.kept + (n + k) * binding.out.elements(),
                        pass.scratch + k * c.out_size);
                const std::size_t in = n * binding.in.size();
                backward_as<c, binding, z, false>(pass, pass.x + in, pass.scratch, pass.dx + in,
                                                  some, pass.scratch + some * c.out_size);
            }
        }
    }

private:
    template <Binding binding, class Scalar>
    static const Scalar* bias_of(const Scalar* weights) {
        return binding.bias ? weights + kernel_count(binding.in.channels()) : nullptr;
    }

    /// dw, db and dx, where dy lies as `out` does.
    template <kernel::Convolution c, Binding binding, Map out, bool bias, class Scalar>
    INLAY_INLINE static void backward_as(const Backward<Scalar>& pass, const Scalar* x,
                                         const Scalar* dy, Scalar* dx, std::size_t count,
                                         Scalar* scratch) {
        if constexpr (binding.algorithm.fast()) {
            kernel::winograd_backward<c, binding.algorithm.tile, bias, binding.input_gradient,
                                      binding.accumulate>(x, dy, pass.copy, dx, pass.gradient,
                                                          count, scratch);
        } else if constexpr (in_panels(binding.in.channels(), binding.algorithm)) {
            Panels::template backward<c, binding, out>(pass, x, dy, dx, count, scratch);
            if constexpr (bias) kernel::sum_pixels<c>(dy, pass.gradient + c.kernel_count(), count);
        } else {
            backward_groups<c, bias, binding>(pass, x, dy, dx, count);
        }
    }

    template <kernel::Convolution c, bool bias, Binding binding, class Scalar>
    INLAY_INLINE static void backward_groups(const Backward<Scalar>& pass, const Scalar* x,
                                             const Scalar* dy, Scalar* dx, std::size_t count) {
        constexpr std::size_t copied = window.cells() * c.in_channels * c.channels;
        if constexpr (groups > 1 && binding.input_gradient && !binding.accumulate)
            for (std::size_t k = 0; k < count * c.in_size; ++k) dx[k] = 0;
        for (std::size_t g = 0; g < groups; ++g) {
            const std::size_t first = g * c.in_channels;
            kernel::convolve_backward<c, bias, binding.input_gradient,
                                      binding.accumulate || (groups > 1)>(
                x + first, dy + g * c.channels, pass.copy + g * copied, dx + first,
                pass.gradient + g * c.channels, count);
        }
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_CONVOLVING_HPP
