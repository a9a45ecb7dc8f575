// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_DECISION_COUNTS_HPP
#define INLAY_TRAIN_DECISION_COUNTS_HPP
// How many numbers of the output are taken for positive, or not, rightly and wrongly: those above
// `thresholds`, one number from 0 to 1, are taken for it, and those whose target is not 0 are it.

#include <inlay/train/decisions.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace scoring {

/// Counts the numbers of a row that are taken for positive, or not, rightly or not.
template <bool taken, bool rightly, class Scalar>
void count(double* sum, const Real& threshold, const Scalar* y, const Target<Scalar>& target,
           std::size_t features, double weight) {
    Decisions{threshold}.for_each(y, target, features, [&](bool positive, bool is_taken) {
        if (is_taken == taken && (is_taken == positive) == rightly) *sum += weight;
    });
}

}  // namespace scoring

/// How many numbers are taken for positive that are positive.
struct TruePositives {
    static constexpr std::string_view name = "true_positives";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Real thresholds = 0.5;

    static constexpr std::size_t sums() { return 1; }
    static double result(const double* sums) { return sums[0]; }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        scoring::count<true, true>(sums, thresholds, y, target, features, weight);
    }

    Sentence mistake(const Shape&, bool) const {
        return field::from_0_to_1("TruePositives", "thresholds", thresholds);
    }
};

/// How many numbers are not taken for positive that are not.
struct TrueNegatives {
    static constexpr std::string_view name = "true_negatives";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Real thresholds = 0.5;

    static constexpr std::size_t sums() { return 1; }
    static double result(const double* sums) { return sums[0]; }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        scoring::count<false, true>(sums, thresholds, y, target, features, weight);
    }

    Sentence mistake(const Shape&, bool) const {
        return field::from_0_to_1("TrueNegatives", "thresholds", thresholds);
    }
};

/// How many numbers are taken for positive that are not.
struct FalsePositives {
    static constexpr std::string_view name = "false_positives";
    static constexpr bool larger_is_better = false;
    static constexpr bool sparse = false;

    Real thresholds = 0.5;

    static constexpr std::size_t sums() { return 1; }
    static double result(const double* sums) { return sums[0]; }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        scoring::count<true, false>(sums, thresholds, y, target, features, weight);
    }

    Sentence mistake(const Shape&, bool) const {
        return field::from_0_to_1("FalsePositives", "thresholds", thresholds);
    }
};

/// How many numbers are not taken for positive that are.
struct FalseNegatives {
    static constexpr std::string_view name = "false_negatives";
    static constexpr bool larger_is_better = false;
    static constexpr bool sparse = false;

    Real thresholds = 0.5;

    static constexpr std::size_t sums() { return 1; }
    static double result(const double* sums) { return sums[0]; }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        scoring::count<false, false>(sums, thresholds, y, target, features, weight);
    }

    Sentence mistake(const Shape&, bool) const {
        return field::from_0_to_1("FalseNegatives", "thresholds", thresholds);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::FalseNegatives;
using INLAY_ABI::FalsePositives;
using INLAY_ABI::TrueNegatives;
using INLAY_ABI::TruePositives;
}  // namespace inlay

#endif  // INLAY_TRAIN_DECISION_COUNTS_HPP
