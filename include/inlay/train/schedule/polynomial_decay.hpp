// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCHEDULE_POLYNOMIAL_DECAY_HPP
#define INLAY_TRAIN_SCHEDULE_POLYNOMIAL_DECAY_HPP

#include <inlay/simd/strict.hpp>
#include <inlay/train/rate.hpp>
#include <inlay/train/schedule/parts.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// (initial_learning_rate - end_learning_rate) (1 - step / decay_steps)^power + end_learning_rate,
/// and that from decay_steps on, or by the multiple of decay_steps that the step has not passed yet
/// where it cycles (Keras's PolynomialDecay).
struct PolynomialDecay {
    Real initial_learning_rate, decay_steps, end_learning_rate = 1e-4L, power = 1.0;
    bool cycle = false;

    double operator()(std::uint64_t step) const {
        using simd::Strict;
        double last = decay_steps, at = static_cast<double>(step);
        if (cycle) {
            const double whole = schedule::parts(step, decay_steps, true);
            if (at > 0) last *= at > simd::mul(whole, decay_steps) ? whole + 1 : whole;
        } else if (at > last) {
            at = last;
        }
        const Strict left = simd::strict_power(Strict{1} - Strict{at} / Strict{last}, {power});
        const Strict end{end_learning_rate};
        return ((Strict{initial_learning_rate} - end) * left + end).value;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PolynomialDecay;
}  // namespace inlay

#endif  // INLAY_TRAIN_SCHEDULE_POLYNOMIAL_DECAY_HPP
