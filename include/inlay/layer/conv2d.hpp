// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CONV2D_HPP
#define INLAY_LAYER_CONV2D_HPP

#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/convolve_pool.hpp>
#include <inlay/kernel/winner_gradient.hpp>
#include <inlay/kernel/winograd_backward.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/sliding.hpp>

namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (height, width, channels) with Filters kernels of
/// Height x Width. Options: an activation, Same or Valid, Strides, NoBias, KernelInit, and Direct
/// or Fast for its algorithm.
///
/// Errors of outputs and gradients against exact sums, relative L2 norms over random, shifted,
/// alternating and subnormal numbers (tests/kernel/winograd_pool.cpp): direct sums 1e-7 to 1e-6 for
/// 64 channels, F(2x2, 3x3) at most 1.5 times theirs, F(4x4, 3x3) 3 times, F(2x2, 5x5) 4 times.
template <int Filters, int Height, int Width = Height, class... Given>
struct Conv2D : LayerDefaults {
    using Options = option::Options<Given...>;
    using Activate = typename Options::template get<option::activation, Linear>;
    using Initializer = typename Options::template get<option::kernel_initializer,
                                                       KernelInit<GlorotUniform>>::initializer;
    using Step = typename Options::template get<option::strides, Strides<1>>;

    static constexpr std::string_view title = "Conv2D", name = "conv2d";
    static constexpr Role role = Role::linear;
    static constexpr bool takes_activation = true;
    static constexpr bool takes_maximum = true;
    static constexpr bool backward_reads_input = true;
    static constexpr bool has_bias = !Options::has(option::bias);
    static constexpr auto filters = static_cast<std::size_t>(Filters);
    static constexpr Window2D window = window_of<Options, Height, Width>(Step::down, Step::across);

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake(option::activation | option::padding | option::strides |
                                            option::bias | option::kernel_initializer |
                                            option::algorithm)
                               .view();
        if (Filters < 1 || Height < 1 || Width < 1 || Step::down < 1 || Step::across < 1) {
            complaint.needs << "has " << Filters << " filters of " << Height << "x" << Width
                            << " moved by " << Step::down << "x" << Step::across
                            << " but each number needs to be one at least";
            complaint.remedy << "write Conv2D<32, 3, 3>: filters, height, width";
        } else if (asked.fast() && !filters_fast(asked)) {
            complaint.needs << "has a " << Height << "x" << Width << " kernel moved by "
                            << Step::down << "x" << Step::across << " but Fast<" << asked.tile
                            << "> needs a square one from 2x2 to " << max_points - asked.tile + 1
                            << "x" << max_points - asked.tile + 1 << " moved by 1x1";
            complaint.remedy << "leave the option out, or write Direct";
        }
        return slide(window, in, filters, complaint);
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        const std::size_t field = window.height.size * window.width.size;
        WeightSpecs specs;
        specs.add({"kernel",
                   {window.height.size, window.width.size, in.last(), filters},
                   Initializer::fill,
                   field * in.last(),
                   field * filters});
        if (has_bias) specs.add({"bias", Shape{filters}, Zeros::fill});
        return specs;
    }

    static constexpr std::size_t kernel_count(const Shape& in) {
        return window.height.size * window.width.size * in.last() * filters;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{window.height.places(in[0])} * window.width.places(in[1]) *
               kernel_count(in);
    }

    /// The layer's own option; by_cost where it has none.
    static constexpr Algorithm asked = Options::template get<option::algorithm, Fast<>>::algorithm;

    /// Points of a tile along an axis: more would round too badly.
    static constexpr int max_points = 8;

    static constexpr bool filters_fast(Algorithm a) {
        return Step::down == 1 && Step::across == 1 && Height == Width && Height > 1 &&
               a.tile + Height - 1 <= max_points;
    }

    static constexpr kernel::Filtering filtering(const Shape& in) {
        return {window.height.places(in[0]), window.width.places(in[1]), filters, in.last(),
                window.height.size};
    }

    static constexpr Algorithm algorithm(const Shape& in, Algorithm policy) {
        const Algorithm a = Options::has(option::algorithm) ? asked : policy;
        if (a == Algorithm::by_cost())
            return filters_fast({2}) ? filtering(in).fastest() : Algorithm{};
        return a.fast() && filters_fast(a) ? Algorithm{a.tile, Height} : Algorithm{};
    }

    static constexpr std::uint64_t products(const Shape& in, Algorithm a) {
        return filtering(in).products(a);
    }

    static constexpr Halo padding(const Shape& in) {
        return {window.height.before(in[0]), window.height.behind(in[0]),
                window.width.before(in[1]), window.width.behind(in[1])};
    }

    /// The padding, and what the last tiles of a fast algorithm read behind it.
    static constexpr Halo halo(const Shape& in, Algorithm a) {
        Halo border = padding(in);
        if (!a.fast()) return border;
        const auto tile = static_cast<std::size_t>(a.tile);
        const auto rest = [&](std::size_t places) { return (tile - places % tile) % tile; };
        border.bottom += rest(window.height.places(in[0]));
        border.right += rest(window.width.places(in[1]));
        return border;
    }

    /// The transformed kernel.
    static constexpr std::size_t forward_copy_count(const Shape& in, Algorithm a) {
        if (!a.fast()) return 0;
        return kernel::winograd_weight_count(static_cast<std::size_t>(a.tile), window.height.size,
                                             in.last(), filters);
    }

    template <Algorithm a, class Scalar>
    static void copy_for_forward(const Shape& in, const Scalar* weights, Scalar* copy) {
        kernel::winograd_weights<a.tile, window.height.size>(weights, copy, in.last(), filters);
    }

    /// The kernel as [kh][kw][out][in], or the transformed one likewise.
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm a) {
        if (!a.fast()) return kernel_count(in);
        return kernel::winograd_weight_count(static_cast<std::size_t>(a.tile), window.height.size,
                                             filters, in.last());
    }

    template <Algorithm a, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        if constexpr (a.fast())
            kernel::winograd_transposed_weights<a.tile, window.height.size>(weights, copy,
                                                                            in.last(), filters);
        else
            kernel::transpose_taps(weights, copy, window.height.size * window.width.size, in.last(),
                                   filters);
    }

    /// For tiles that cover the output, or as much of it as a pooling reads.
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm a, bool training,
                                               std::size_t examples) {
        if (!a.fast()) return 0;
        const auto tile = static_cast<std::size_t>(a.tile);
        std::size_t most = 0;
        for (std::size_t left_out = 0; left_out < 2; ++left_out) {
            const auto covered = [&](std::size_t places) {
                return places > 1 ? places - left_out : places;
            };
            const kernel::Convolution c{.height = covered(window.height.places(in[0])),
                                        .width = covered(window.width.places(in[1])),
                                        .channels = filters,
                                        .kernel_height = window.height.size,
                                        .kernel_width = window.width.size,
                                        .in_channels = in.last()};
            const std::size_t count = training
                                          ? kernel::winograd_backward_scratch(c, tile, examples)
                                          : kernel::winograd_scratch(c, tile, examples);
            if (count > most) most = count;
        }
        return most;
    }

    /// The extents; the input's border is at least as wide as the padding.
    static constexpr kernel::Convolution convolution(const Binding& b) {
        const Halo padding = Conv2D::padding(b.in.shape);
        return {b.out.height(),
                b.out.width(),
                filters,
                window.height.size,
                window.width.size,
                b.in.channels(),
                window.height.stride,
                window.width.stride,
                b.in.origin() - padding.top * b.in.pitch() - padding.left * b.in.channels(),
                b.in.pitch(),
                b.in.size(),
                b.out.origin(),
                b.out.pitch(),
                b.out.size()};
    }

    /// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p down + h][q across + w][c] w[h][w][c][o])
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        const Scalar* bias = binding.bias ? pass.weights + kernel_count(binding.in.shape) : nullptr;
        if constexpr (binding.algorithm.fast())
            kernel::winograd_convolve<convolution(binding), binding.algorithm.tile, Epilogue>(
                pass.x, pass.copy, bias, pass.y, pass.count, pass.scratch);
        else
            kernel::convolve<convolution(binding), Epilogue>(pass.x, pass.weights, bias, pass.y,
                                                             pass.count);
    }

    /// dw, db and dx: see kernel/convolve.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        backward_as<convolution(binding), binding, has_bias>(pass, pass.x, pass.dy, pass.dx,
                                                             pass.count, pass.scratch);
    }

    /// The convolution before a max-pooling, as far as the windows cover its output; its own output
    /// is a dense map of one example.
    template <Window2D pool>
    static constexpr kernel::Convolution before_pool(const Binding& b) {
        kernel::Convolution c = convolution(b);
        c.height = b.out.height() * pool.height.size;
        c.width = b.out.width() * pool.width.size;
        c.out_start = 0;
        c.out_pitch = c.width * filters;
        c.out_size = c.height * c.out_pitch;
        return c;
    }

    /// Whether the tiles of the binding's algorithm are whole windows of a pooling.
    template <Window2D pool>
    static constexpr bool tiles_hold_windows(const Binding& b) {
        return b.algorithm.fast() && b.algorithm.tile % 2 == 0 && pool.height.size == 2 &&
               pool.width.size == 2;
    }

    /// y = the largest f(z) of each window, z being the convolution's output
    template <Binding binding, class Epilogue, Window2D pool, class Scalar>
    static void forward_maximum(const Forward<Scalar>& pass) {
        constexpr kernel::Convolution c = before_pool<pool>(binding);
        const Scalar* bias = binding.bias ? pass.weights + kernel_count(binding.in.shape) : nullptr;
        if constexpr (tiles_hold_windows<pool>(binding))
            kernel::winograd_convolve_max_pool<c, binding.algorithm.tile, binding.out, Epilogue>(
                pass.x, pass.copy, bias, pass.y, pass.winners, pass.count, pass.scratch);
        else
            kernel::convolve_max_pool<c, pool, binding.out, Epilogue>(
                pass.x, pass.weights, bias, pass.y, pass.winners, pass.count);
    }

    /// Whether dw comes from the winners alone, with what that needs in the room for one map.
    template <Window2D pool>
    static constexpr bool multiplies_winners(const Binding& b) {
        const kernel::Convolution c = before_pool<pool>(b);
        return !b.input_gradient && pool.height.size == 2 && pool.width.size == 2 && c.down == 1 &&
               c.across == 1 && kernel::winner_scratch(c) <= c.out_size;
    }

    /// dz from dy and the winners, then dw, db and dx: tile by tile, or example by example; or dw
    /// and db from the winners
    template <Binding binding, class Epilogue, Window2D pool, class Scalar>
    static void backward_maximum(const Backward<Scalar>& pass) {
        constexpr kernel::Convolution c = before_pool<pool>(binding);
        if constexpr (tiles_hold_windows<pool>(binding)) {
            kernel::winograd_backward_max_pool<c, binding.algorithm.tile, binding.out, Epilogue,
                                               has_bias, binding.input_gradient,
                                               binding.accumulate>(
                pass.x, pass.y, pass.dy, pass.winners, pass.copy, pass.dx, pass.gradient,
                pass.count, pass.scratch);
        } else if constexpr (multiplies_winners<pool>(binding)) {
            kernel::convolve_winner_gradient<c, binding.out, Epilogue, has_bias>(
                pass.x, pass.y, pass.dy, pass.winners, pass.gradient, pass.scratch, pass.count);
        } else {
            if constexpr (has_bias)
                kernel::sum_gradients<binding.out, Epilogue>(
                    pass.y, pass.dy, pass.gradient + kernel_count(binding.in.shape), pass.count);
            for (std::size_t n = 0; n < pass.count; ++n) {
                const std::size_t out = n * binding.out.size(), in = n * binding.in.size();
                kernel::spread_to_winners<binding.out, pool, Epilogue>(
                    pass.y + out, pass.dy + out, pass.winners + n * binding.out.shape.size(),
                    pass.scratch);
                backward_as<c, binding, false>(pass, pass.x + in, pass.scratch, pass.dx + in, 1,
                                               pass.scratch + c.out_size);
            }
        }
    }

private:
    template <kernel::Convolution c, Binding binding, bool bias, class Scalar>
    INLAY_INLINE static void backward_as(const Backward<Scalar>& pass, const Scalar* x,
                                         const Scalar* dy, Scalar* dx, std::size_t count,
                                         Scalar* scratch) {
        if constexpr (binding.algorithm.fast())
            kernel::winograd_backward<c, binding.algorithm.tile, bias, binding.input_gradient,
                                      binding.accumulate>(x, dy, pass.copy, dx, pass.gradient,
                                                          count, scratch);
        else
            kernel::convolve_backward<c, bias, binding.input_gradient, binding.accumulate>(
                x, dy, pass.copy, dx, pass.gradient, count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv2D;
}  // namespace inlay

#endif  // INLAY_LAYER_CONV2D_HPP
