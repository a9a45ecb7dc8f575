// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCHEDULE_COSINE_DECAY_RESTARTS_HPP
#define INLAY_TRAIN_SCHEDULE_COSINE_DECAY_RESTARTS_HPP

#include <inlay/simd/strict.hpp>
#include <inlay/train/rate.hpp>
#include <inlay/train/schedule/parts.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// CosineDecay again and again: first within first_decay_steps, then each time within t_mul times
/// as many steps, from m_mul times the rate (Keras's CosineDecayRestarts; Loshchilov, Hutter 2017).
/// t_mul is at least 1.
struct CosineDecayRestarts {
    Real initial_learning_rate, first_decay_steps, t_mul = 2.0, m_mul = 1.0, alpha = 0.0;

    double operator()(std::uint64_t step) const {
        using simd::Strict;
        double length = first_decay_steps, at = static_cast<double>(step);
        Strict height{1};
        if (!(t_mul > 1)) {
            const double restarts = schedule::parts(step, length, true);
            at -= simd::mul(restarts, length);
            height = simd::strict_power({m_mul}, {restarts});
        } else {
            for (; at >= length; length *= t_mul) {
                at -= length;
                height = height * Strict{m_mul};
            }
        }
        return (Strict{initial_learning_rate} * schedule::half_cosine(at / length, alpha, height))
            .value;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CosineDecayRestarts;
}  // namespace inlay

#endif  // INLAY_TRAIN_SCHEDULE_COSINE_DECAY_RESTARTS_HPP
