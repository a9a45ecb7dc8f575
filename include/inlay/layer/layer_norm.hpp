// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_LAYER_NORM_HPP
#define INLAY_LAYER_LAYER_NORM_HPP

#include <inlay/kernel/layer_norm.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Normalizes the channels (the last axis) of each cell by their own mean and variance: y = (x -
/// mean) / sqrt(variance + epsilon) gamma + beta. Options: Epsilon (1e-3), NoScale, NoCenter,
/// GammaInit, BetaInit.
template <class... Given>
struct LayerNorm : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "LayerNormalization", name = "layer_normalization";
    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;
    static constexpr bool has_scale = !Options::has("scale"), has_center = !Options::has("center");
    static constexpr double epsilon = Options::template get<"epsilon", Epsilon<1e-3L>>::value;

    static constexpr bool views(const Shape&) { return true; }
    static constexpr bool adds_in_place(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"epsilon", "scale", "center", "gamma initializer",
                                             "beta initializer"})
                               .view();
        if (!(epsilon >= 0)) {
            complaint.needs << "needs an epsilon of 0 or more";
            complaint.remedy << "write LayerNorm<Epsilon<1e-3>>";
        }
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        if (has_scale)
            specs.add(
                Options::template drawn<"gamma initializer", Ones>({"gamma", Shape{in.last()}}));
        if (has_center)
            specs.add(
                Options::template drawn<"beta initializer", Zeros>({"beta", Shape{in.last()}}));
        return specs;
    }

    /// The mean and the inverse deviation of each cell.
    static constexpr std::size_t kept_count(const Shape& in) { return 2 * in.size() / in.last(); }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::layer_norm<binding.in, binding.out>(
            pass.x, has_scale ? pass.weights : nullptr, beta_of<binding>(pass.weights), pass.y,
            pass.kept, static_cast<Scalar>(epsilon), pass.count, Epilogue(pass.attached));
    }

    /// dgamma, dbeta and dx: see kernel/layer_norm.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (has_scale || has_center)
            kernel::layer_norm_weight_gradient<binding.in, binding.out>(
                pass.x, pass.dy, pass.kept, has_scale ? pass.gradient : nullptr,
                beta_of<binding>(pass.gradient), pass.count);
        if constexpr (binding.input_gradient)
            kernel::layer_norm_input_gradient<binding.in, binding.out, binding.accumulate>(
                pass.x, pass.dy, has_scale ? pass.weights : nullptr, pass.kept, pass.dx,
                pass.count);
    }

private:
    template <Binding binding, class Pointer>
    static Pointer beta_of(Pointer weights) {
        return has_center ? weights + (has_scale ? binding.in.channels() : 0) : nullptr;
    }
};

template <class... Given>
using LayerNormalization = LayerNorm<Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LayerNorm;
using INLAY_ABI::LayerNormalization;
}  // namespace inlay

#endif  // INLAY_LAYER_LAYER_NORM_HPP
