// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DEPTHWISE_HPP
#define INLAY_LAYER_DEPTHWISE_HPP
// Convolution of each channel alone, over one or two axes: what DepthwiseConv1D and DepthwiseConv2D
// are.

#include <inlay/kernel/depthwise_backward.hpp>
#include <inlay/layer/sliding_kernel.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// A kernel of its own for each channel, of `sizes` cells over the last Axes axes before the
/// channels, or some of them. Options: an activation, Same or Valid, Strides, Dilation,
/// DepthMultiplier, NoBias, KernelInit, BiasInit.
template <int Axes, sliding::Sizes sizes, class... Given>
struct Depthwise : SlidingKernel<Axes, sizes, Given...> {
    using Base = SlidingKernel<Axes, sizes, Given...>;
    using Base::has_bias;
    using Base::places;
    using Base::stride;
    using Base::window;
    using typename Base::Options;

    static constexpr int kernels =
        Options::template get<"depth multiplier", DepthMultiplier<1>>::count;
    static constexpr std::size_t multiplier = kernels < 1 ? 1 : static_cast<std::size_t>(kernels);

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"activation", "padding", "strides", "dilation",
                                             "depth multiplier", "bias", "kernel initializer",
                                             "bias initializer"})
                               .view();
        if (kernels < 1 || sizes.smallest() < 1 || stride.smallest() < 1) {
            complaint.needs << "has " << kernels << " kernels of " << sizes
                            << " for each channel, moved by " << stride
                            << ", but each number needs to be one at least";
            complaint.remedy << "write DepthwiseConv2D<3, 3>: height, width";
        } else if (window.width.padding == Padding::causal) {
            complaint.needs << "takes no Causal, as in Keras";
            complaint.remedy << "use Same or Valid, or Conv1D with Groups";
        } else {
            Base::check_axes(complaint);
        }
        return sliding::slide(window, Axes, in, in.last() * multiplier, complaint);
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        const std::size_t channels = in.last();
        WeightSpecs specs;
        specs.add(Options::kernel({"kernel", Base::kernel_shape(channels, multiplier)}));
        if (has_bias) specs.add(Options::bias({"bias", Shape{channels * multiplier}}));
        return specs;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{places(in, 1)} * places(in, 2) * window.cells() * in.last() *
               multiplier;
    }

    static constexpr Halo halo(const Shape& in, Algorithm) {
        return sliding::padding_of(window, in);
    }

    /// y[p][q][c M + m] = f(b[c M + m] + sum_h sum_w x[p down + h][q across + w][c] w[h][w][c][m])
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        const Scalar* const bias =
            binding.bias ? pass.weights + window.cells() * binding.out.channels() : nullptr;
        kernel::depthwise<binding.in, binding.out, window>(pass.x, pass.weights, bias, pass.y,
                                                           pass.count, Epilogue(pass.attached));
    }

    /// dw, db and dx: see kernel/depthwise_backward.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::depthwise_backward<binding.in, binding.out, window, has_bias,
                                   binding.input_gradient, binding.accumulate>(
            pass.x, pass.dy, pass.weights, pass.dx, pass.gradient, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_DEPTHWISE_HPP
