// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_NADAM_HPP
#define INLAY_TRAIN_NADAM_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/adam.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/power.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Nadam (Dozat 2016, as Keras has it), Adam with Nesterov's look-ahead and a momentum that grows:
///
///     u_t = beta_1 (1 - 0.96^t / 2)       U_t = u_1 u_2 ... u_t
///     m += (g - m) (1 - beta_1)           v += (g g - v) (1 - beta_2)
///     step = u_t+1 m / (1 - U_t+1) + (1 - u_t) g / (1 - U_t)
///     w -= rate step / (sqrt(v / (1 - beta_2^t)) + epsilon)
///
/// with beta_1 and beta_2 rounded to floats, which shows in 1 - 0.999.
struct Nadam {
    static constexpr std::string_view name = "nadam";
    static constexpr int moments = 2;
    static constexpr std::string_view moment_names[] = {"momentum", "velocity"};

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

    /// What m, g and v are multiplied by at a step.
    struct Pace {
        double of_m, of_g, of_v;
    };

    /// `step` counts from 0.
    Pace pace(std::uint64_t step) const {
        const auto momentum = [&](std::uint64_t t) {
            return rounded(beta_1) * (1 - power(static_cast<double>(0.96L), t) / 2);
        };
        double all = 1;
        for (std::uint64_t t = 1; t <= step + 1 && all > 1e-20; ++t) all *= momentum(t);
        const double rate = learning_rate.at(step), next = momentum(step + 2);
        return {rate * next / (1 - simd::mul(all, next)),
                rate * (1 - momentum(step + 1)) / (1 - all),
                1 / (1 - power(rounded(beta_2), step + 1))};
    }

    template <class Scalar>
    void update(const Stretch<Scalar>& s, const Pace& pace) const {
        const adam::Averages<Scalar> averages(rounded(beta_1), rounded(beta_2));
        const auto of_m = lanes_of<Scalar>(pace.of_m), of_g = lanes_of<Scalar>(pace.of_g);
        const auto of_v = lanes_of<Scalar>(pace.of_v), floor = lanes_of<Scalar>(epsilon);
        descend<2>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            averages.move(g, m);
            const auto size = simd::add(simd::square_root(simd::mul(m[1], of_v)), floor);
            w = simd::sub(w, simd::div(simd::fma(of_m, m[0], simd::mul(of_g, g)), size));
        });
    }

private:
    static double rounded(double beta) { return static_cast<double>(static_cast<float>(beta)); }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Nadam;
}  // namespace inlay

#endif  // INLAY_TRAIN_NADAM_HPP
