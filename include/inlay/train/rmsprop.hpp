// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_RMSPROP_HPP
#define INLAY_TRAIN_RMSPROP_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// RMSprop (Hinton 2012, lecture 6e, as Keras has it): steps in units of the gradient's usual size,
/// or of its deviation where it is centered, and with momentum:
///
///     velocity += (g g - velocity) (1 - rho)        mean += (g - mean) (1 - rho), where centered
///     step = rate g / sqrt(velocity - mean mean + epsilon)
///     momentum = momentum' momentum + step          w -= momentum, or step without momentum
struct RMSprop {
    static constexpr std::string_view name = "rmsprop";
    static constexpr int moments = 3;
    static constexpr std::string_view moment_names[] = {"velocity", "momentum", "average_gradient"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("rho", self.rho);
        visit("momentum", self.momentum);
        visit("epsilon", self.epsilon);
        visit("centered", self.centered);
    }

    constexpr int moments_in_use() const { return centered ? 3 : momentum > 0 ? 2 : 1; }

    Rate learning_rate = 0.001L;
    Real rho = 0.9L;
    Real momentum = 0.0;
    Real epsilon = 1e-7L;
    bool centered = false;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const auto rate = lanes_of<Scalar>(learning_rate.at(step));
        const auto floor = lanes_of<Scalar>(epsilon), keep = lanes_of<Scalar>(momentum);
        const auto part = lanes_of<Scalar>(1 - rho);
        descend<3>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            m[0] = averaged(m[0], simd::mul(g, g), part);
            auto size = m[0];
            if (centered) {
                m[2] = averaged(m[2], g, part);
                // Rounding may leave less than nothing of a gradient that does not change.
                size = simd::larger(simd::sub(size, simd::mul(m[2], m[2])), simd::zero<Scalar>());
            }
            const auto by =
                simd::div(simd::mul(rate, g), simd::square_root(simd::add(size, floor)));
            m[1] = simd::fma(keep, m[1], by);
            w = simd::sub(w, momentum > 0 ? m[1] : by);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RMSprop;
}  // namespace inlay

#endif  // INLAY_TRAIN_RMSPROP_HPP
