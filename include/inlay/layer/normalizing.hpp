// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_NORMALIZING_HPP
#define INLAY_LAYER_NORMALIZING_HPP
// What layers have in common that normalize each example by itself.

#include <inlay/kernel/layer_norm.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Weights that begin with a factor and an addend for each channel, those of the two that it has.
template <bool has_scale, bool has_center, Number Epsilon>
struct NormalizingAlone : LayerDefaults {
    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;
    static constexpr double epsilon = Epsilon.value;

    static constexpr bool views(const Shape&) { return true; }
    static constexpr bool adds_in_place(const Shape&) { return true; }

    /// Complains of a negative epsilon; `remedy` is a layer with a better one.
    static constexpr void require_epsilon(std::string_view remedy, Complaint& complaint) {
        if (epsilon >= 0 || complaint.raised()) return;
        complaint.needs << "needs an epsilon of 0 or more";
        complaint.remedy << "write " << remedy;
    }

protected:
    /// Gamma and beta as options draw them.
    template <class Options>
    static constexpr WeightSpecs gamma_and_beta(const Shape& in) {
        const Shape channels{in.last()};
        WeightSpecs specs;
        if (has_scale)
            specs.add(Options::template drawn<"gamma initializer", Ones>({"gamma", channels}));
        if (has_center)
            specs.add(Options::template drawn<"beta initializer", Zeros>({"beta", channels}));
        return specs;
    }

    template <Binding, class Pointer>
    static Pointer scale_of(Pointer weights) {
        return has_scale ? weights : nullptr;
    }
    template <Binding binding, class Pointer>
    static Pointer center_of(Pointer weights) {
        return has_center ? weights + (has_scale ? binding.in.channels() : 0) : nullptr;
    }
};

/// The channels of each cell by themselves: y = (x - mean) / sqrt(mean (x - mean)^2 + epsilon)
/// scale + center, where the mean is 0 unless the layer centers its cells.
template <bool centers, bool has_scale, bool has_center, Number Epsilon>
struct Normalizing : NormalizingAlone<has_scale, has_center, Epsilon> {
    /// The inverse deviation of each cell, and its mean where it is centered.
    static constexpr std::size_t kept_count(const Shape& in) {
        return (centers ? 2 : 1) * in.size() / in.last();
    }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::layer_norm<binding.in, binding.out, centers>(
            pass.x, Normalizing::template scale_of<binding>(pass.weights),
            Normalizing::template center_of<binding>(pass.weights), pass.y, pass.kept,
            static_cast<Scalar>(Normalizing::epsilon), pass.count, Epilogue(pass.attached));
    }

    /// The gradients of both weights and dx: see kernel/layer_norm.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (has_scale || has_center)
            kernel::layer_norm_weight_gradient<binding.in, binding.out, centers>(
                pass.x, pass.dy, pass.kept, Normalizing::template scale_of<binding>(pass.gradient),
                Normalizing::template center_of<binding>(pass.gradient), pass.count);
        if constexpr (binding.input_gradient)
            kernel::layer_norm_input_gradient<binding.in, binding.out, centers, binding.accumulate>(
                pass.x, pass.dy, Normalizing::template scale_of<binding>(pass.weights), pass.kept,
                pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_NORMALIZING_HPP
