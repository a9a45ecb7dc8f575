// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ADAGRAD_HPP
#define INLAY_TRAIN_ADAGRAD_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Adagrad (Duchi, Hazan, Singer 2011, as Keras has it): w -= rate g / sqrt(a + epsilon), with a of
/// initial_accumulator_value and the sum of all g g so far, which it keeps.
struct Adagrad {
    static constexpr std::string_view name = "adagrad";
    static constexpr int moments = 1;
    static constexpr std::string_view moment_names[] = {"accumulator"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("initial_accumulator_value", self.initial_accumulator_value);
        visit("epsilon", self.epsilon);
    }

    Rate learning_rate = 0.001L;
    Real initial_accumulator_value = 0.1L;
    Real epsilon = 1e-7L;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const auto rate = lanes_of<Scalar>(learning_rate.at(step));
        const auto before = lanes_of<Scalar>(initial_accumulator_value + epsilon);
        descend<1>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            m[0] = simd::fma(g, g, m[0]);
            const auto size = simd::square_root(simd::add(m[0], before));
            w = simd::sub(w, simd::div(simd::mul(rate, g), size));
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Adagrad;
}  // namespace inlay

#endif  // INLAY_TRAIN_ADAGRAD_HPP
