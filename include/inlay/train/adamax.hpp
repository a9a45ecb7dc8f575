// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ADAMAX_HPP
#define INLAY_TRAIN_ADAMAX_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/power.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Adamax (Kingma, Ba 2015, section 7.1, as Keras has it), Adam by the infinity norm:
///
///     m += (g - m) (1 - beta_1)      u = max(beta_2 u, |g|)
///     w -= rate m / ((1 - beta_1^t) (u + epsilon))
struct Adamax {
    static constexpr std::string_view name = "adamax";
    static constexpr int moments = 2;
    static constexpr std::string_view moment_names[] = {"momentum", "norm"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
        visit("epsilon", self.epsilon);
    }

    Rate learning_rate = 0.001L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-7L;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// The rate of a step, with what corrects the bias of a young m.
    struct Pace {
        double rate;
    };

    /// `step` counts from 0.
    Pace pace(std::uint64_t step) const {
        return {learning_rate.at(step) / (1 - power(beta_1, step + 1))};
    }

    template <class Scalar>
    void update(const Stretch<Scalar>& s, Pace pace) const {
        const auto rate = lanes_of<Scalar>(pace.rate), keep = lanes_of<Scalar>(beta_2);
        const auto floor = lanes_of<Scalar>(epsilon), part = lanes_of<Scalar>(1 - beta_1);
        descend<2>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            m[0] = averaged(m[0], g, part);
            const auto size = simd::sub(simd::zero<Scalar>(), simd::minus_size(g));
            m[1] = simd::larger(simd::mul(keep, m[1]), size);
            w = simd::sub(w, simd::div(simd::mul(rate, m[0]), simd::add(m[1], floor)));
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Adamax;
}  // namespace inlay

#endif  // INLAY_TRAIN_ADAMAX_HPP
