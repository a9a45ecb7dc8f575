// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ADAM_HPP
#define INLAY_TRAIN_ADAM_HPP

#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/power.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace adam {

/// Running averages of gradients and of their squares, which an optimizer keeps as moments 0, 1:
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)
template <class Scalar>
struct Averages {
    simd::Pack<Scalar> take_1, take_2;

    Averages(double beta_1, double beta_2)
        : take_1(simd::broadcast(static_cast<Scalar>(1 - beta_1))),
          take_2(simd::broadcast(static_cast<Scalar>(1 - beta_2))) {}

    struct Pair {
        simd::Pack<Scalar> m, v;
    };

    /// Moves those from number k of the stretch on.
    INLAY_INLINE Pair move(const Stretch<Scalar>& s, std::size_t k, int lanes) const {
        const auto g = simd::load_some(s.gradient + k, lanes);
        auto m = simd::load_some(s.moments[0] + k, lanes);
        auto v = simd::load_some(s.moments[1] + k, lanes);
        m = simd::fma(simd::sub(g, m), take_1, m);
        v = simd::fma(simd::sub(simd::mul(g, g), v), take_2, v);
        simd::store_some(s.moments[0] + k, m, lanes);
        simd::store_some(s.moments[1] + k, v, lanes);
        return {m, v};
    }
};

/// The rate of a step, with what corrects the bias of young moments.
struct Pace {
    double rate;
};

/// `step` counts from 0.
template <class Optimizer>
Pace pace(const Optimizer& o, std::uint64_t step) {
    return {o.learning_rate.at(step) * simd::registers::root(1 - power(o.beta_2, step + 1)) /
            (1 - power(o.beta_1, step + 1))};
}

template <class Optimizer, class Scalar>
void update(const Optimizer& o, const Stretch<Scalar>& s, Pace pace) {
    const auto descend = simd::broadcast(-static_cast<Scalar>(pace.rate));
    const Averages<Scalar> averages(o.beta_1, o.beta_2);
    const auto floor = simd::broadcast(static_cast<Scalar>(o.epsilon));
    simd::for_each_pack<Scalar>(s.count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        auto [m, v] = averages.move(s, k, lanes);
        if (o.amsgrad) {
            v = simd::larger(simd::load_some(s.moments[2] + k, lanes), v);
            simd::store_some(s.moments[2] + k, v, lanes);
        }
        const auto size = simd::add(simd::square_root(v), floor);
        const auto w = simd::load_some(s.weights + k, lanes);
        simd::store_some(s.weights + k, simd::fma(descend, simd::div(m, size), w), lanes);
    });
}

}  // namespace adam

/// Adam (Kingma, Ba 2015, section 2's epsilon-hat, as Keras has it), and with amsgrad the largest v
/// so far in place of v (Reddi, Kale, Kumar 2018):
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)      vhat = max(vhat, v)
///     w -= rate sqrt(1 - beta_2^t) / (1 - beta_1^t) m / (sqrt(v or vhat) + epsilon)
struct Adam {
    static constexpr std::string_view name = "adam";
    static constexpr int moments = 3;
    static constexpr std::string_view moment_names[] = {"m", "v", "vhat"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
        visit("epsilon", self.epsilon);
        visit("amsgrad", self.amsgrad);
    }

    constexpr int moments_in_use() const { return amsgrad ? 3 : 2; }

    Rate learning_rate = 0.001L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-7L;
    bool amsgrad = false;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// `step` counts from 0.
    adam::Pace pace(std::uint64_t step) const { return adam::pace(*this, step); }

    template <class Scalar>
    void update(const Stretch<Scalar>& s, adam::Pace pace) const {
        adam::update(*this, s, pace);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Adam;
}  // namespace inlay

#endif  // INLAY_TRAIN_ADAM_HPP
