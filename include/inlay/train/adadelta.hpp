// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ADADELTA_HPP
#define INLAY_TRAIN_ADADELTA_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Adadelta (Zeiler 2012, as Keras has it): steps of the size of those before, in units of the
/// gradient's usual size:
///
///     grad += (g g - grad) (1 - rho)            d = g sqrt(delta + epsilon) / sqrt(grad + epsilon)
///     delta += (d d - delta) (1 - rho)          w -= rate d
struct Adadelta {
    static constexpr std::string_view name = "adadelta";
    static constexpr int moments = 2;
    static constexpr std::string_view moment_names[] = {"accumulated_grad",
                                                        "accumulated_delta_var"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("rho", self.rho);
        visit("epsilon", self.epsilon);
    }

    Rate learning_rate = 0.001L;
    Real rho = 0.95L;
    Real epsilon = 1e-7L;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const auto rate = lanes_of<Scalar>(-learning_rate.at(step));
        const auto floor = lanes_of<Scalar>(epsilon), part = lanes_of<Scalar>(1 - rho);
        descend<2>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            m[0] = averaged(m[0], simd::mul(g, g), part);
            const auto delta = simd::div(simd::mul(simd::square_root(simd::add(m[1], floor)), g),
                                         simd::square_root(simd::add(m[0], floor)));
            m[1] = averaged(m[1], simd::mul(delta, delta), part);
            w = simd::fma(rate, delta, w);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Adadelta;
}  // namespace inlay

#endif  // INLAY_TRAIN_ADADELTA_HPP
