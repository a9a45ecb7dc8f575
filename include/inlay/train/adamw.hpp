// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ADAMW_HPP
#define INLAY_TRAIN_ADAMW_HPP

#include <inlay/train/adam.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// AdamW (Loshchilov, Hutter 2019, as Keras has it): Adam, before each of whose steps the weights
/// shrink: w -= rate weight_decay w.
struct AdamW {
    static constexpr std::string_view name = "adamw";
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
    Real weight_decay = 0.004L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-7L;
    bool amsgrad = false;

    Real clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
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
using INLAY_ABI::AdamW;
}  // namespace inlay

#endif  // INLAY_TRAIN_ADAMW_HPP
