// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_PRECISION_HPP
#define INLAY_TRAIN_PRECISION_HPP

#include <inlay/train/decisions.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Of the numbers that are taken for positive, the share whose target is not 0; 0 of none. Taken
/// for positive is what lies above `thresholds`, one number from 0 to 1, 0.5 unless given; with
/// `top_k` the k largest of each row. With `class_id` this feature counts alone.
struct Precision {
    static constexpr std::string_view name = "precision";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    OrNone<Real> thresholds{};
    OrNone<Whole> top_k{};
    OrNone<Whole> class_id{};

    /// Those that are right, and all.
    static constexpr std::size_t sums() { return 2; }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        decisions().for_each(y, target, features, [&](bool positive, bool taken) {
            if (taken && positive) sums[0] += weight;
            if (taken) sums[1] += weight;
        });
    }

    static double result(const double* sums) { return scoring::share(sums[0], sums[1]); }

    Sentence mistake(const Shape& output, bool) const {
        return decisions().mistake("Precision", output);
    }

private:
    scoring::Decisions decisions() const { return {thresholds, top_k, class_id}; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Precision;
}  // namespace inlay

#endif  // INLAY_TRAIN_PRECISION_HPP
