// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCHEDULE_PARTS_HPP
#define INLAY_TRAIN_SCHEDULE_PARTS_HPP
// What schedules of the learning rate have in common.

#include <inlay/simd/strict.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::schedule {

/// step / steps, or how many times `steps` whole have passed.
inline double parts(std::uint64_t step, double steps, bool whole) {
    const double p = static_cast<double>(step) / steps;
    return whole && p < 9e15 ? static_cast<double>(static_cast<std::uint64_t>(p)) : p;
}

/// Along half a cosine, from `height` at 0 to alpha from 1 on.
inline simd::Strict half_cosine(double part, double alpha, simd::Strict height = {1}) {
    using simd::Strict;
    const double turn = part < 1 ? part / 2 : simd::exactly_one / 2;
    const Strict above =
        Strict{simd::exactly_one / 2} * height * (Strict{1} + simd::strict_cosine_of_turn({turn}));
    return (Strict{1} - Strict{alpha}) * above + Strict{alpha};
}

}  // namespace inlay::INLAY_ABI::schedule

#endif  // INLAY_TRAIN_SCHEDULE_PARTS_HPP
