// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_NORMALIZING_HPP
#define INLAY_LAYER_NORMALIZING_HPP
// What layers have in common that normalize the channels of each cell by themselves.

#include <inlay/kernel/layer_norm.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// y = (x - mean) / sqrt(mean (x - mean)^2 + epsilon) scale + center, where the mean is 0 unless
/// the layer centers its cells, and its weights begin with those of the two that it has.
template <bool centers, bool has_scale, bool has_center, Number Epsilon>
struct Normalizing : LayerDefaults {
    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;
    static constexpr double epsilon = Epsilon.value;

    static constexpr bool views(const Shape&) { return true; }
    static constexpr bool adds_in_place(const Shape&) { return true; }

    /// The inverse deviation of each cell, and its mean where it is centered.
    static constexpr std::size_t kept_count(const Shape& in) {
        return (centers ? 2 : 1) * in.size() / in.last();
    }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::layer_norm<binding.in, binding.out, centers>(
            pass.x, has_scale ? pass.weights : nullptr, center_of<binding>(pass.weights), pass.y,
            pass.kept, static_cast<Scalar>(epsilon), pass.count, Epilogue(pass.attached));
    }

    /// The gradients of both weights and dx: see kernel/layer_norm.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (has_scale || has_center)
            kernel::layer_norm_weight_gradient<binding.in, binding.out, centers>(
                pass.x, pass.dy, pass.kept, has_scale ? pass.gradient : nullptr,
                center_of<binding>(pass.gradient), pass.count);
        if constexpr (binding.input_gradient)
            kernel::layer_norm_input_gradient<binding.in, binding.out, centers, binding.accumulate>(
                pass.x, pass.dy, has_scale ? pass.weights : nullptr, pass.kept, pass.dx,
                pass.count);
    }

private:
    template <Binding binding, class Pointer>
    static Pointer center_of(Pointer weights) {
        return has_center ? weights + (has_scale ? binding.in.channels() : 0) : nullptr;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_NORMALIZING_HPP
