// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_FTRL_HPP
#define INLAY_TRAIN_FTRL_HPP

#include <inlay/simd/math.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Ftrl (McMahan et al. 2013, as Keras has it), with p = -learning_rate_power:
///
///     n' = n + g g                             r = g + 2 l2_shrinkage_regularization_strength w
///     z += r - (n'^p - n^p) / rate w           n = n', initial_accumulator_value at first
///     w = (clip(z, +-l1) - z) / (n^p / rate + 2 (l2 + beta / (2 rate)))
///
/// where l1 and l2 are its regularization strengths. It keeps n - initial_accumulator_value, and z.
struct Ftrl {
    static constexpr std::string_view name = "ftrl";
    static constexpr int moments = 2;
    static constexpr std::string_view moment_names[] = {"accumulator", "linear"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("learning_rate_power", self.learning_rate_power);
        visit("initial_accumulator_value", self.initial_accumulator_value);
        visit("l1_regularization_strength", self.l1_regularization_strength);
        visit("l2_regularization_strength", self.l2_regularization_strength);
        visit("l2_shrinkage_regularization_strength", self.l2_shrinkage_regularization_strength);
        visit("beta", self.beta);
    }

    Rate learning_rate = 0.001L;
    Real learning_rate_power = -0.5;
    Real initial_accumulator_value = 0.1L;
    Real l1_regularization_strength = 0.0;
    Real l2_regularization_strength = 0.0;
    Real l2_shrinkage_regularization_strength = 0.0;
    Real beta = 0.0;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const double rate = learning_rate.at(step);
        const auto faster = lanes_of<Scalar>(1 / rate);
        const auto before = lanes_of<Scalar>(initial_accumulator_value);
        const auto shrinks = lanes_of<Scalar>(2 * l2_shrinkage_regularization_strength);
        const auto most = lanes_of<Scalar>(l1_regularization_strength);
        const auto least = lanes_of<Scalar>(-l1_regularization_strength);
        const auto adds = lanes_of<Scalar>(2 * l2_regularization_strength + beta / rate);
        descend<2>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            const auto old = to_power<Scalar>(simd::add(m[0], before));
            m[0] = simd::fma(g, g, m[0]);
            const auto now = to_power<Scalar>(simd::add(m[0], before));
            const auto step_back = simd::mul(simd::mul(simd::sub(now, old), faster), w);
            m[1] = simd::add(m[1], simd::sub(simd::fma(shrinks, w, g), step_back));
            const auto clipped = simd::larger(simd::smaller(m[1], most), least);
            w = simd::div(simd::sub(clipped, m[1]), simd::fma(now, faster, adds));
        });
    }

private:
    template <class Scalar>
    INLAY_INLINE simd::Pack<Scalar> to_power(simd::Pack<Scalar> n) const {
        if (learning_rate_power == -0.5) return simd::square_root(n);
        if (learning_rate_power == 0.0) return simd::broadcast(Scalar(1));
        return simd::exp(simd::mul(lanes_of<Scalar>(-learning_rate_power), simd::log(n)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Ftrl;
}  // namespace inlay

#endif  // INLAY_TRAIN_FTRL_HPP
