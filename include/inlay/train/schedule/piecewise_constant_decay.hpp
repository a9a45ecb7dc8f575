// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCHEDULE_PIECEWISE_CONSTANT_DECAY_HPP
#define INLAY_TRAIN_SCHEDULE_PIECEWISE_CONSTANT_DECAY_HPP

#include <inlay/train/rate.hpp>

#include <concepts>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// values[k] up to the step boundaries[k], the last value behind the last of them (Keras's
/// PiecewiseConstantDecay): {.boundaries = {1000, 2000}, .values = {0.1, 0.01, 0.001}}. It takes up
/// to 14 boundaries, and one value more than boundaries.
struct PiecewiseConstantDecay {
    /// A few numbers.
    struct Few {
        static constexpr int most = 15;
        double number[most]{};
        int count;

        template <std::convertible_to<Real>... Numbers>
        constexpr Few(Numbers... numbers)
            : number{static_cast<double>(Real(numbers))...}, count(sizeof...(Numbers)) {
            static_assert(sizeof...(Numbers) <= most,
                          "inlay: PiecewiseConstantDecay has up to 14 boundaries and 15 values");
        }
    };

    Few boundaries, values;

    double operator()(std::uint64_t step) const {
        int k = 0;
        while (k < boundaries.count && k + 1 < values.count &&
               static_cast<double>(step) > boundaries.number[k])
            ++k;
        return values.number[k];
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PiecewiseConstantDecay;
}  // namespace inlay

#endif  // INLAY_TRAIN_SCHEDULE_PIECEWISE_CONSTANT_DECAY_HPP
