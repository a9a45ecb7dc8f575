// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ADAM_HPP
#define INLAY_TRAIN_ADAM_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/power.hpp>
#include <inlay/train/rate.hpp>

#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace adam {

/// Running averages of gradients and of their squares, which an optimizer keeps as moments 0 and 1:
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)
template <class Scalar>
struct Averages {
    simd::Pack<Scalar> part_1, part_2;

    Averages(double beta_1, double beta_2)
        : part_1(lanes_of<Scalar>(1 - beta_1)), part_2(lanes_of<Scalar>(1 - beta_2)) {}

    INLAY_INLINE void move(simd::Pack<Scalar> g, simd::Pack<Scalar>* m) const {
        m[0] = averaged(m[0], g, part_1);
        m[1] = averaged(m[1], simd::mul(g, g), part_2);
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
    const Averages<Scalar> averages(o.beta_1, o.beta_2);
    const auto down = lanes_of<Scalar>(-pace.rate), floor = lanes_of<Scalar>(o.epsilon);
    descend<3>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
        averages.move(g, m);
        auto v = m[1];
        if (o.amsgrad) v = m[2] = simd::larger(m[2], v);
        const auto size = simd::add(simd::square_root(v), floor);
        w = simd::fma(down, simd::div(m[0], size), w);
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
