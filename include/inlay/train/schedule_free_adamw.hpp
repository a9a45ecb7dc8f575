// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCHEDULE_FREE_ADAMW_HPP
#define INLAY_TRAIN_SCHEDULE_FREE_ADAMW_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/power.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Schedule-free AdamW (Defazio et al. 2024, as Keras has it): Adam's step moves z, which begins as
/// the weights; they lie between z and the mean x of all z so far, with a rate that grows to its
/// full size over `warmup_steps`:
///
///     v += (g g - v) (1 - beta_2)
///     z' = z - rate min(1, t / warmup_steps) g / (sqrt(v / (1 - beta_2^t)) + epsilon)
///     x' = (1 - 1/t) x + 1/t z'                w = (1 - beta_1) z' + beta_1 x'
///
/// x is found from w and z, as in Keras on JAX; on TensorFlow Keras 3.15 takes z' for z there.
struct ScheduleFreeAdamW {
    static constexpr std::string_view name = "schedule_free_adamw";
    static constexpr int moments = 2;
    static constexpr std::string_view moment_names[] = {"momentum", "velocity"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
        visit("epsilon", self.epsilon);
        visit("warmup_steps", self.warmup_steps);
    }

    Rate learning_rate = 0.0025L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-8L;
    Real warmup_steps = 0;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// The rate of a step, what corrects the bias of a young v, and the part of z in the new mean.
    struct Pace {
        double rate, young, part;
        double left;  ///< of the weights that the first step begins with: z did not decay; or 0
    };

    /// `step` counts from 0.
    Pace pace(std::uint64_t step) const {
        const double t = static_cast<double>(step + 1), rate = learning_rate.at(step);
        return {.rate = t < warmup_steps ? simd::mul(rate, t / warmup_steps) : rate,
                .young = 1 - power(beta_2, step + 1),
                .part = 1 / t,
                .left = step == 0 ? 1 - simd::mul(rate, weight_decay) : 0};
    }

    template <class Scalar>
    void update(const Stretch<Scalar>& s, Pace pace) const {
        const auto down = lanes_of<Scalar>(-pace.rate), young = lanes_of<Scalar>(pace.young);
        const auto floor = lanes_of<Scalar>(epsilon), left = lanes_of<Scalar>(pace.left);
        const auto part = lanes_of<Scalar>(1 - beta_2);
        // beta_1 x = w - (1 - beta_1) z, so that x itself is not needed.
        const auto less = lanes_of<Scalar>(beta_1 - 1), old = lanes_of<Scalar>(1 - pace.part);
        const auto fresh = lanes_of<Scalar>(1 - beta_1 + simd::mul(beta_1, pace.part));
        descend<2>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            const auto z = pace.left == 0 ? m[0] : simd::div(w, left);
            m[1] = averaged(m[1], simd::mul(g, g), part);
            const auto size = simd::add(simd::square_root(simd::div(m[1], young)), floor);
            m[0] = simd::fma(down, simd::div(g, size), z);
            w = simd::fma(fresh, m[0], simd::mul(old, simd::fma(less, z, w)));
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ScheduleFreeAdamW;
}  // namespace inlay

#endif  // INLAY_TRAIN_SCHEDULE_FREE_ADAMW_HPP
