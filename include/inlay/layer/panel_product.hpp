// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_PANEL_PRODUCT_HPP
#define INLAY_LAYER_PANEL_PRODUCT_HPP
// What layers with many weights for each cell have in common: their direct sums run through panels
// (kernel/convolve_panels.hpp), forward and backward.

#include <inlay/activation/linear.hpp>
#include <inlay/kernel/convolve_panels_backward.hpp>
#include <inlay/kernel/convolve_pool.hpp>
#include <inlay/layer/pass.hpp>
#include <inlay/shape/map.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// A product of `window` cells and all channels with `channels` outputs, over height and width.
template <Windows window, std::size_t channels>
struct PanelProduct {
    static constexpr bool fits(std::size_t in_channels) {
        return window.depth.size == 1 &&
               kernel::wants_panels(window.cells() * in_channels * channels, in_channels, channels);
    }

    static constexpr kernel::PanelConvolution convolution(const Map& in, const Map& out) {
        const auto axis = [](const Window& w, const MapAxis& from, const MapAxis& to) {
            return kernel::PanelConvolution::Axis{to.cells,  from.cells, w, w.before(from.cells),
                                                  from.step, to.step};
        };
        return {.down = axis(window.height, in.axes[1], out.axes[1]),
                .across = axis(window.width, in.axes[2], out.axes[2]),
                .in_channels = in.channels(),
                .channels = channels,
                .in_start = in.origin(),
                .in_size = in.size(),
                .out_start = out.origin(),
                .out_size = out.size()};
    }

    /// Whether the input gradient is made of such products itself, of one for each phase.
    static constexpr bool reverses = [] {
        const auto by_phases = [](const Window& w) {
            return w.stride == 1 || w.dilation == 1 || w.size == 1;
        };
        return by_phases(window.height) && by_phases(window.width);
    }();

    /// The weights in panels, and transposed.
    static constexpr std::size_t forward_copy_count(std::size_t in_channels) {
        return kernel::most_panels(window.cells() * in_channels, channels);
    }
    static constexpr std::size_t backward_copy_count(std::size_t in_channels) {
        return kernel::most_panels(window.cells() * channels, in_channels);
    }
    template <class Scalar>
    static void copy_for_forward(std::size_t in_channels, const Scalar* weights, Scalar* copy) {
        kernel::pack_panels(weights, copy, window.cells() * in_channels, channels,
                            kernel::panel_width<Scalar>(channels));
    }
    template <class Scalar>
    static void copy_for_backward(std::size_t in_channels, const Scalar* weights, Scalar* copy) {
        kernel::pack_phases(window, weights, copy, in_channels, channels,
                            kernel::panel_width<Scalar>(in_channels));
    }

    /// Examples whose map before a fused pooling is kept.
    static constexpr std::size_t together(const Map& in, const Map& out) {
        return convolution(in, out).examples_together();
    }

    /// Such maps, and the sums of a block of places.
    static constexpr std::size_t scratch_count(const Map& in, const Map& out, bool training,
                                               std::size_t examples) {
        const kernel::PanelConvolution c = convolution(in, out);
        const std::size_t most = c.examples_together();
        std::size_t sums = c.places_together() * kernel::widest_panel(channels);
        if (training && reverses) {
            const std::size_t back = kernel::phase_sums(c);
            if (sums < back) sums = back;
        }
        return (examples < most ? examples : most) * c.out_size + sums;
    }

    /// y = epilogue(b + the product)
    template <Map in, Map out, class Scalar, class Epilogue>
    INLAY_INLINE static void forward(const Forward<Scalar>& pass, const Scalar* bias,
                                     const Epilogue& epilogue) {
        kernel::convolve_panels<kernel::scattered_tile<Scalar>(channels)>(
            convolution(in, out), pass.x, pass.copy, bias, pass.y, pass.count, pass.scratch,
            pass.crew, epilogue);
    }

    /// y = the largest f(z) of each window, z being the product, whose map is `unpooled`
    template <Map in, Map unpooled, Map out, class Function, Windows pool, class Scalar>
    INLAY_INLINE static void forward_maximum(const Forward<Scalar>& pass, const Scalar* bias) {
        constexpr std::size_t most = together(in, unpooled);
        for (std::size_t n = 0; n < pass.count; n += most) {
            const std::size_t some = pass.count - n < most ? pass.count - n : most;
            kernel::convolve_panels<kernel::scattered_tile<Scalar>(channels)>(
                convolution(in, unpooled), pass.x + n * in.size(), pass.copy, bias, pass.scratch,
                some, pass.scratch + some * unpooled.size(), pass.crew,
                kernel::Epilogue<Function>());
            kernel::take_winners<pool, out>(pass.scratch, pass.y + n * out.size(),
                                            pass.kept ? pass.kept + n * out.elements() : nullptr,
                                            some);
        }
    }

    /// dw and dx, where dy lies as `out` does; `c` is the same convolution.
    template <kernel::Convolution c, Binding binding, Map out, class Scalar>
    INLAY_INLINE static void backward(const Backward<Scalar>& pass, const Scalar* x,
                                      const Scalar* dy, Scalar* dx, std::size_t count,
                                      Scalar* scratch) {
        constexpr kernel::PanelConvolution own = convolution(binding.in, out);
        if constexpr (kernel::sums_over_examples(own))
            kernel::convolve_panels_weight_gradient<kernel::scattered_tile<Scalar>(channels),
                                                    channels %
                                                        kernel::panel_width<Scalar>(channels)>(
                own, x, dy, pass.gradient, count);
        else
            kernel::convolve_weight_gradient<c>(x, dy, pass.gradient, count);
        if constexpr (binding.input_gradient)
            input_gradient<c, binding, out>(pass.copy, dy, dx, count, scratch);
    }

    template <kernel::Convolution c, Binding binding, Map out, class Scalar>
    INLAY_INLINE static void input_gradient(const Scalar* copy, const Scalar* dy, Scalar* dx,
                                            std::size_t count, Scalar* scratch) {
        if constexpr (!reverses) {
            kernel::convolve_input_gradient<c, binding.accumulate>(dy, copy, dx, count);
        } else {
            kernel::convolve_phases<kernel::scattered_tile<Scalar>(binding.in.channels())>(
                convolution(binding.in, out), binding.accumulate, dy, copy,
                static_cast<const Scalar*>(nullptr), dx, count, scratch, nullptr,
                kernel::Epilogue<Linear>());
        }
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_PANEL_PRODUCT_HPP
