// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_BATCH_NORM_HPP
#define INLAY_LAYER_BATCH_NORM_HPP

#include <inlay/kernel/fold.hpp>
#include <inlay/kernel/normalize.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

namespace inlay::INLAY_ABI {

/// Normalizes each channel (the last axis): in training by the mean and the population variance of
/// the whole batch, outside of it by moving averages of them, as Keras 3 does. Options: Momentum
/// (0.99), Epsilon (1e-3), NoScale, GammaInit, BetaInit, MovingMeanInit, MovingVarianceInit.
template <class... Given>
struct BatchNorm : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "BatchNormalization", name = "batch_normalization";
    static constexpr Role role = Role::normalization;
    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr bool whole_batch = true;
    static constexpr Steps steps = Steps::each;
    static constexpr bool backward_reads_input = true;
    static constexpr bool frozen_reads_input = false;
    static constexpr bool skips_gradient = true;
    static constexpr bool has_scale = !Options::has("scale");
    static constexpr double momentum = Options::template get<"momentum", Momentum<0.99L>>::value;
    static constexpr double epsilon = Options::template get<"epsilon", Epsilon<1e-3L>>::value;

    static constexpr bool views(const Shape&) { return true; }
    static constexpr bool adds_in_place(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"momentum", "epsilon", "scale", "gamma initializer",
                                             "beta initializer", "moving mean initializer",
                                             "moving variance initializer"})
                               .view();
        if (!(momentum >= 0 && momentum <= 1 && epsilon >= 0)) {
            complaint.needs << "needs a momentum from 0 to 1 and an epsilon of 0 or more";
            complaint.remedy << "write BatchNorm<Momentum<0.99>, Epsilon<1e-3>>";
        }
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        const Shape channels{in.last()};
        WeightSpecs specs;
        if (has_scale)
            specs.add(Options::template drawn<"gamma initializer", Ones>({"gamma", channels}));
        specs.add(Options::template drawn<"beta initializer", Zeros>({"beta", channels}));
        specs.add(Options::template drawn<"moving mean initializer", Zeros>(
            {.name = "moving_mean", .shape = channels, .trainable = false}));
        specs.add(Options::template drawn<"moving variance initializer", Ones>(
            {.name = "moving_variance", .shape = channels, .trainable = false}));
        return specs;
    }

    // Statistics of one training step: what follows from the totals, then for each slice two rows
    // of partial sums and two of what rounding took from them. What moving statistics prepare is
    // just the first three.
    enum Row : std::size_t {
        mean_row,
        scale_row,
        shift_row,
        rstd_row,
        of_dy_row,
        of_x_row,
        constant_row,
        rows
    };

    static constexpr std::size_t partial_rows = 4;

    static constexpr std::size_t prepared_count(const Shape& in) { return 3 * in.last(); }

    static constexpr std::size_t statistics_count(const Shape& in, std::size_t slices) {
        return in.last() * (partial_rows * slices + rows);
    }

    template <class Scalar>
    static Scalar* partial(Scalar* statistics, std::size_t channels, std::size_t slice) {
        return statistics + (rows + partial_rows * slice) * channels;
    }

    /// Zeros where a slice is going to add its sums.
    template <Binding binding, class Scalar>
    static void begin(Scalar* statistics, std::size_t slice) {
        constexpr std::size_t channels = binding.in.channels();
        kernel::clear(partial(statistics, channels, slice), partial_rows * channels);
    }

    /// Adds the moments of `count` examples to those of the `before` examples of the slice.
    template <Binding binding, class Scalar>
    static void collect(const Forward<Scalar>& pass, Scalar* statistics, std::size_t slice,
                        std::size_t before) {
        constexpr std::size_t channels = binding.in.channels();
        Scalar* const moments = partial(statistics, channels, slice);
        kernel::collect_moments<binding.in>(pass.x, moments, moments + channels, 2 * channels,
                                            before, pass.count);
    }

    // What runs once a batch is one function for all shapes: it is little work, and would take the
    // compiler as long as what runs for every example.

    /// mean and variance of the batch from those of the slices, and from them
    ///
    ///     scale = gamma / sqrt(variance + epsilon)      shift = beta
    ///     moving = momentum moving + (1 - momentum) batch
    template <class Scalar>
    INLAY_NOINLINE static void combine_channels(const WholeBatch<Scalar>& batch,
                                                std::size_t channels, std::size_t pixels) {
        const Scalar* const weights = batch.weights;
        Scalar *const state = batch.state, *const statistics = batch.statistics;
        const auto keep = simd::broadcast(static_cast<Scalar>(momentum));
        const auto take = simd::broadcast(static_cast<Scalar>(1 - momentum));
        simd::for_each_pack<Scalar>(channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
            const auto row = [&](std::size_t r)
                                 INLAY_INLINE_LAMBDA { return statistics + r * channels + c; };
            const auto total = kernel::join_slices<Scalar>(
                [&](std::size_t slice)
                    INLAY_INLINE_LAMBDA { return partial(statistics, channels, slice) + c; },
                channels, lanes, batch.examples, batch.slices, pixels);
            const auto variance =
                simd::div(total.squares, simd::broadcast(static_cast<Scalar>(total.count)));
            const auto rstd = inverse_deviation(variance);
            const auto scale =
                has_scale ? simd::mul(simd::load_some(weights + c, lanes), rstd) : rstd;
            const auto beta = simd::load_some(weights + (has_scale ? channels : 0) + c, lanes);
            simd::store_some(row(mean_row), total.mean, lanes);
            simd::store_some(row(rstd_row), rstd, lanes);
            simd::store_some(row(scale_row), scale, lanes);
            simd::store_some(row(shift_row), beta, lanes);

            const auto move = [&](Scalar* moving, auto found) {
                const auto kept = simd::mul(simd::load_some(moving, lanes), keep);
                simd::store_some(moving, simd::fma(found, take, kept), lanes);
            };
            move(state + c, total.mean);
            move(state + channels + c, variance);
        });
    }

    template <Binding binding, class Scalar>
    static void combine(const WholeBatch<Scalar>& batch) {
        combine_channels(batch, binding.in.channels(), binding.in.cells());
    }

    template <class Scalar>
    struct Affine {
        simd::Pack<Scalar> mean, scale, shift;
    };

    /// y = (x - mean) scale + shift by the moving averages, for a pack of channels.
    template <class Scalar>
    static Affine<Scalar> affine(const Scalar* weights, const Scalar* state, std::size_t channels,
                                 std::size_t c, int lanes) {
        const auto rstd = inverse_deviation(simd::load_some(state + channels + c, lanes));
        const auto scale = has_scale ? simd::mul(simd::load_some(weights + c, lanes), rstd) : rstd;
        const auto beta = simd::load_some(weights + (has_scale ? channels : 0) + c, lanes);
        return {simd::load_some(state + c, lanes), scale, beta};
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
        kernel::normalize<binding.in, binding.out>(
            pass.x, pass.statistics + mean_row * channels, pass.statistics + scale_row * channels,
            pass.statistics + shift_row * channels, pass.y, 0, pass.count, Epilogue(pass.attached));
    }

    /// Adds sum dy and sum dy (x - mean) rstd of `count` examples to the slice's.
    template <Binding binding, class Scalar>
    static void collect_gradient(const Backward<Scalar>& pass, Scalar* statistics,
                                 std::size_t slice) {
        constexpr std::size_t channels = binding.in.channels();
        Scalar* const sums = partial(statistics, channels, slice);
        kernel::collect_normalized_gradient<binding.in, binding.out>(
            pass.x, pass.dy, statistics + mean_row * channels, statistics + rstd_row * channels,
            sums + channels, sums, 2 * channels, pass.count);
    }

    /// dgamma += sum dy x^      dbeta += sum dy      x^ = (x - mean) rstd; and the parts of dx:
    ///
    ///     dx = scale (dy - sum dy / N - x^ sum dy x^ / N)
    template <class Scalar>
    INLAY_NOINLINE static void combine_channel_gradients(const WholeBatch<Scalar>& batch,
                                                         std::size_t channels, std::size_t pixels) {
        Scalar *const gradient = batch.gradient, *const statistics = batch.statistics;
        const auto share = simd::broadcast(Scalar{-1} / static_cast<Scalar>(batch.count * pixels));
        const auto add = [](Scalar* to, auto value, int lanes) {
            simd::store_some(to, simd::add(simd::load_some(to, lanes), value), lanes);
        };
        simd::for_each_pack<Scalar>(channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
            const auto row = [&](std::size_t r)
                                 INLAY_INLINE_LAMBDA { return statistics + r * channels + c; };
            const auto all = [&](std::size_t which) INLAY_INLINE_LAMBDA {
                return kernel::sum_slices<Scalar>(
                    [&](std::size_t slice) INLAY_INLINE_LAMBDA {
                        return partial(statistics, channels, slice) + which * channels + c;
                    },
                    lanes, batch.slices);
            };
            const auto total = [&](std::size_t which) INLAY_INLINE_LAMBDA {
                return simd::add(all(which), all(which + 2));
            };
            const auto dbeta = total(0), dgamma = total(1);
            if (has_scale) add(gradient + c, dgamma, lanes);
            add(gradient + (has_scale ? channels : 0) + c, dbeta, lanes);
            const auto scale = simd::load_some(row(scale_row), lanes);
            const auto spread = simd::mul(scale, share);  // -scale / N
            simd::store_some(row(of_dy_row), scale, lanes);
            simd::store_some(
                row(of_x_row),
                simd::mul(simd::mul(spread, dgamma), simd::load_some(row(rstd_row), lanes)), lanes);
            simd::store_some(row(constant_row), simd::mul(spread, dbeta), lanes);
        });
    }

    template <Binding binding, class Scalar>
    static void combine_gradient(const WholeBatch<Scalar>& batch) {
        combine_channel_gradients(batch, binding.in.channels(), binding.in.cells());
    }

    /// dx (+)= of_dy dy + of_x (x - mean) + constant; by moving statistics: scale dy
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        const auto row = [&](std::size_t r)
                             INLAY_INLINE_LAMBDA { return pass.statistics + r * channels; };
        if constexpr (binding.input_gradient && binding.frozen)
            kernel::scaled_gradient<binding.in, binding.out, binding.accumulate>(
                pass.dy, row(scale_row), pass.dx, pass.count);
        else if constexpr (binding.input_gradient)
            kernel::normalized_gradient<binding.in, binding.out, binding.accumulate>(
                pass.x, pass.dy, row(mean_row), row(of_dy_row), row(of_x_row), row(constant_row),
                pass.dx, pass.count);
    }

private:
    template <class Pack>
    static Pack inverse_deviation(Pack variance) {
        using Scalar = typename Pack::scalar;
        const Pack with_epsilon =
            simd::add(variance, simd::broadcast(static_cast<Scalar>(epsilon)));
        return simd::div(simd::broadcast(Scalar{1}), simd::square_root(with_epsilon));
    }
};

template <class... Given>
using BatchNormalization = BatchNorm<Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BatchNorm;
using INLAY_ABI::BatchNormalization;
}  // namespace inlay

#endif  // INLAY_LAYER_BATCH_NORM_HPP
