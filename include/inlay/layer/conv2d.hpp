// SPDX-License-Identifier: MIT
#pragma once

#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/convolve_pool.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/sliding.hpp>

namespace inlay::inline INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (height, width, channels) with Filters kernels of
/// Height x Width. Options: an activation, Same or Valid, Strides, NoBias, KernelInit.
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
                                            option::bias | option::kernel_initializer)
                               .view();
        if (Filters < 1 || Height < 1 || Width < 1 || Step::down < 1 || Step::across < 1) {
            complaint.needs << "has " << Filters << " filters of " << Height << "x" << Width
                            << " moved by " << Step::down << "x" << Step::across
                            << " but each number needs to be one at least";
            complaint.remedy << "write Conv2D<32, 3, 3>: filters, height, width";
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

    static constexpr Halo halo(const Shape& in) {
        return {window.height.before(in[0]), window.height.behind(in[0]),
                window.width.before(in[1]), window.width.behind(in[1])};
    }

    /// The kernel as [kh][kw][out][in], for the input gradient.
    static constexpr std::size_t derived_count(const Shape& in) { return kernel_count(in); }

    template <class Scalar>
    static void derive(const Shape& in, const Scalar* weights, Scalar* derived) {
        kernel::transpose_taps(weights, derived, window.height.size * window.width.size, in.last(),
                               filters);
    }

    /// The extents; the input's border is at least as wide as the padding.
    static constexpr kernel::Convolution convolution(const Binding& b) {
        const Halo padding = halo(b.in.shape);
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
        kernel::convolve<convolution(binding), Epilogue>(pass.x, pass.weights, bias, pass.y,
                                                         pass.count);
    }

    /// dw, db and dx: see kernel/convolve.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::convolve_backward<convolution(binding), has_bias, binding.input_gradient,
                                  binding.accumulate>(pass.x, pass.dy, pass.derived, pass.dx,
                                                      pass.gradient, pass.count);
    }

    /// The convolution before a max-pooling, as far as the windows cover its output; its own output
    /// is a dense map of one example.
    template <Window2D pool>
    static constexpr kernel::Convolution covered(const Binding& b) {
        kernel::Convolution c = convolution(b);
        c.height = b.out.height() * pool.height.size;
        c.width = b.out.width() * pool.width.size;
        c.out_start = 0;
        c.out_pitch = c.width * filters;
        c.out_size = c.height * c.out_pitch;
        return c;
    }

    /// y = the largest f(z) of each window, z being the convolution's output
    template <Binding binding, class Epilogue, Window2D pool, class Scalar>
    static void forward_maximum(const Forward<Scalar>& pass) {
        const Scalar* bias = binding.bias ? pass.weights + kernel_count(binding.in.shape) : nullptr;
        kernel::convolve_max_pool<covered<pool>(binding), pool, binding.out, Epilogue>(
            pass.x, pass.weights, bias, pass.y, pass.winners, pass.count);
    }

    /// Example by example: dz from dy and the winners, then dw, db and dx
    template <Binding binding, class Epilogue, Window2D pool, class Scalar>
    static void backward_maximum(const Backward<Scalar>& pass) {
        constexpr kernel::Convolution c = covered<pool>(binding);
        Scalar* const bias_gradient =
            has_bias ? pass.gradient + kernel_count(binding.in.shape) : nullptr;
        for (std::size_t n = 0; n < pass.count; ++n) {
            const std::size_t out = n * binding.out.size(), in = n * binding.in.size();
            kernel::spread_to_winners<binding.out, pool, Epilogue>(
                pass.y + out, pass.dy + out, pass.winners + n * binding.out.shape.size(),
                pass.scratch, bias_gradient);
            kernel::convolve_backward<c, false, binding.input_gradient, binding.accumulate>(
                pass.x + in, pass.scratch, pass.derived, pass.dx + in, pass.gradient, 1);
        }
    }
};

}  // namespace inlay::inline INLAY_ABI
