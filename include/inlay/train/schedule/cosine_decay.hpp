// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCHEDULE_COSINE_DECAY_HPP
#define INLAY_TRAIN_SCHEDULE_COSINE_DECAY_HPP

#include <inlay/simd/strict.hpp>
#include <inlay/train/rate.hpp>
#include <inlay/train/schedule/parts.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// From initial_learning_rate along half a cosine to alpha times it at decay_steps (Keras's
/// CosineDecay; Loshchilov, Hutter 2017). With a warmup_target it goes in a line from
/// initial_learning_rate to that within warmup_steps first, and decays from there.
struct CosineDecay {
    Real initial_learning_rate, decay_steps, alpha = 0.0;
    Real warmup_target = 0.0;  ///< 0: none
    Real warmup_steps = 0;

    double operator()(std::uint64_t step) const {
        using simd::Strict;
        double at = static_cast<double>(step);
        Strict from{initial_learning_rate};
        if (warmup_target > 0) {
            const Strict target{warmup_target};
            if (at < warmup_steps)
                return (from + (target - from) * (Strict{at} / Strict{warmup_steps})).value;
            from = target;
            at -= warmup_steps;
        }
        return (from * schedule::half_cosine(at / decay_steps, alpha)).value;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CosineDecay;
}  // namespace inlay

#endif  // INLAY_TRAIN_SCHEDULE_COSINE_DECAY_HPP
