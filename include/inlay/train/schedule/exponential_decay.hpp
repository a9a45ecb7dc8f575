// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCHEDULE_EXPONENTIAL_DECAY_HPP
#define INLAY_TRAIN_SCHEDULE_EXPONENTIAL_DECAY_HPP

#include <inlay/simd/strict.hpp>
#include <inlay/train/rate.hpp>
#include <inlay/train/schedule/parts.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// initial_learning_rate decay_rate^p with p = step / decay_steps, its whole part for a staircase
/// (Keras's ExponentialDecay).
struct ExponentialDecay {
    Real initial_learning_rate, decay_steps, decay_rate;
    bool staircase = false;

    double operator()(std::uint64_t step) const {
        using simd::Strict;
        const double p = schedule::parts(step, decay_steps, staircase);
        return (Strict{initial_learning_rate} * simd::strict_power({decay_rate}, {p})).value;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ExponentialDecay;
}  // namespace inlay

#endif  // INLAY_TRAIN_SCHEDULE_EXPONENTIAL_DECAY_HPP
