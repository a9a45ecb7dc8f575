// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_NORMALIZATION_HPP
#define INLAY_LAYER_NORMALIZATION_HPP

#include <inlay/kernel/fold.hpp>
#include <inlay/kernel/normalize.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// y = (x - mean) / max(sqrt(variance), 1e-7) by the mean and the variance that each channel (the
/// last axis) has in some data, which Model::adapt is given; 0 and 1 before. Options: Mean<...> and
/// Variance<...>, constants instead, one or one a channel; NoAxis, one mean for all channels;
/// Invert, y = x sqrt(variance) + mean.
template <class... Given>
struct Normalization : LayerDefaults {
    using Options = option::Options<Given...>;
    using Means = typename Options::template get<"mean", Mean<>>;
    using Variances = typename Options::template get<"variance", Variance<>>;
    using Along = typename Options::template get<"axis", Axis<-1>>;

    static constexpr std::string_view title = "Normalization", name = "normalization";
    static constexpr Role role = Role::normalization;
    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr Masks masks = Masks::pass;
    static constexpr bool constant = Options::has("mean") || Options::has("variance");
    static constexpr bool adapts = !constant;
    static constexpr bool whole = std::is_same_v<Along, NoAxis>;
    static constexpr bool inverts = Options::has("inversion");

    static constexpr bool views(const Shape&) { return true; }
    static constexpr bool adds_in_place(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"mean", "variance", "axis", "inversion"}).view();
        if (complaint.raised()) return in;
        constexpr std::size_t means = Means::count, variances = Variances::count;
        if constexpr (!whole)
            if (Along::of(in.rank()) != in.rank() - 1) {
                complaint.needs << "normalizes by the channels, the last axis, or as a whole";
                complaint.remedy << "leave Axis out, or write NoAxis";
            }
        if (means != variances || (constant && means != 1 && (whole || means != in.last()))) {
            complaint.needs << "has " << means << " means and " << variances << " variances for "
                            << (whole ? 1 : in.last()) << " channels";
            complaint.remedy << "write one of each, or one for each channel";
        } else if (Variances::negative) {
            complaint.needs << "has a negative variance";
            complaint.remedy << "write squares of standard deviations";
        }
        return in;
    }

    /// As in Keras, where the count stays 0.
    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        if (constant) return specs;
        const Shape places = whole ? Shape() : Shape{in.last()};
        specs.add({.name = "mean", .shape = places, .trainable = false});
        specs.add({.name = "variance", .shape = places, .fill = Ones::fill, .trainable = false});
        return specs.add({.name = "count", .shape = Shape(), .trainable = false});
    }

    static constexpr std::size_t prepared_count(const Shape& in) { return 3 * in.last(); }

    template <class Scalar>
    struct Affine {
        simd::Pack<Scalar> mean, scale, shift;
    };

    /// y = (x - mean) scale + shift, for a pack of channels.
    template <class Scalar>
    static Affine<Scalar> affine(const Scalar*, const Scalar* state, std::size_t channels,
                                 std::size_t c, int lanes) {
        constexpr bool one = whole || Means::count == 1;
        const Scalar* const means = constant ? Means::template values<Scalar> : state;
        const Scalar* const variances =
            constant ? Variances::template values<Scalar> : state + (whole ? 1 : channels);
        const auto some = [&](const Scalar* numbers) {
            return one ? simd::broadcast(numbers[0]) : simd::load_some(numbers + c, lanes);
        };
        const auto zero = simd::zero<Scalar>(), mean = some(means);
        const auto deviation = simd::larger(simd::square_root(some(variances)),
                                            simd::broadcast(static_cast<Scalar>(1e-7L)));
        if constexpr (inverts) return {zero, deviation, mean};
        return {mean, simd::div(simd::broadcast(Scalar{1}), deviation), zero};
    }

    template <class Scalar>
    static void prepare(const Shape& in, const Scalar* weights, const Scalar* state,
                        Scalar* prepared) {
        kernel::store_affine(prepared, in.last(),
                             [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                                 return affine(weights, state, in.last(), c, lanes);
                             });
    }

    /// y = (x - mean) scale + shift
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        const Scalar* const mean = pass.statistics;
        kernel::normalize<binding.in, binding.out>(pass.x, mean, mean + channels,
                                                   mean + 2 * channels, pass.y, 0, pass.count,
                                                   Epilogue(pass.attached));
    }

    /// dx (+)= scale dy
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (binding.input_gradient)
            kernel::scaled_gradient<binding.in, binding.out, binding.accumulate>(
                pass.dy, pass.statistics + binding.in.channels(), pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Normalization;
}  // namespace inlay

#endif  // INLAY_LAYER_NORMALIZATION_HPP
