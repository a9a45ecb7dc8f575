// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_F_SCORE_HPP
#define INLAY_TRAIN_F_SCORE_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/fields.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace scoring {

/// The weighted harmonic mean of precision and recall, by class or over all of them.
struct FScore {
    std::string_view metric, average;
    double beta;
    OrNone<Real> threshold;

    /// Of a class: what is taken for it rightly and wrongly, and what is missed of it.
    struct Counts {
        double right = 0, wrong = 0, missed = 0;
    };

    /// The classes that are counted apart.
    constexpr std::size_t classes(const Shape& output) const {
        return average == "micro" ? 1 : output.last();
    }
    constexpr std::size_t sums(const Shape& output) const { return 3 * classes(output); }

    template <class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        const auto above = static_cast<Scalar>(threshold.value);
        const Scalar most = threshold.given ? Scalar{0} : kernel::largest(y, features);
        for (std::size_t k = 0; k < features; ++k) {
            const Scalar size = y[k] < 0 ? -y[k] : y[k];
            const bool taken = threshold.given
                                   ? y[k] > above
                                   : y[k] >= most && size > static_cast<Scalar>(nothing);
            const double truth = simd::mul(static_cast<double>(target.row[k]), weight);
            double* const of = sums + (average == "micro" ? 0 : 3 * k);
            if (taken) {
                of[0] += truth;
                of[1] += weight - truth;
            } else {
                of[2] += truth;
            }
        }
    }

    double result(const double* sums, const Shape& output) const {
        const std::size_t all = classes(output);
        double total = 0, members = 0;
        for (std::size_t k = 0; k < all; ++k) {
            const Counts counts{sums[3 * k], sums[3 * k + 1], sums[3 * k + 2]};
            const double weight = average == "weighted" ? counts.right + counts.missed : 1;
            total += simd::mul(score(counts), weight);
            members += weight;
        }
        return total / (average == "weighted" ? members + probability_margin : members);
    }

    Sentence mistake(const Shape& output) const {
        Sentence says;
        if (average.empty() && output.last() > 1)
            return says << metric << ": average is left out but needs to be micro, macro or "
                        << "weighted: a metric is one number, and the output has " << output.last()
                        << " classes";
        if (!average.empty())
            says = field::one_of(metric, "average", average, "micro", "macro", "weighted");
        if (says.empty() && !(beta > 0))
            says = field::about(metric, "beta", beta) << "greater than 0";
        if (says.empty() && threshold.given && !(threshold.value > 0 && threshold.value <= 1))
            says = field::about(metric, "threshold", threshold.value)
                   << "greater than 0 and at most 1";
        return says;
    }

private:
    static constexpr auto nothing = static_cast<double>(1e-9L);

    double score(const Counts& counts) const {
        const double precision = counts.right / (counts.right + counts.wrong + probability_margin);
        const double recall = counts.right / (counts.right + counts.missed + probability_margin);
        const double square = simd::mul(beta, beta);
        const double both = simd::mul(square, precision) + recall + probability_margin;
        return simd::mul(simd::mul(precision, recall) / both, 1 + square);
    }
};

}  // namespace scoring

/// (1 + beta^2) precision recall / (beta^2 precision + recall), of each class by itself, of which
/// `average` "macro" makes the mean and "weighted" the mean by how often each is meant; "micro" is
/// of all classes as one. Taken for a class is what lies above `threshold`, or without one the
/// largest number of each row, and all that equal it. Targets are rows of 0 and 1.
struct FBetaScore {
    static constexpr std::string_view name = "fbeta_score";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    std::string_view average{};  ///< it may be left out of outputs of one feature
    Real beta = 1.0;
    OrNone<Real> threshold{};

    constexpr std::size_t sums(const Shape& output) const { return score().sums(output); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        score().add(sums, y, target, features, weight);
    }

    double result(const double* sums, const Shape& output) const {
        return score().result(sums, output);
    }

    Sentence mistake(const Shape& output, bool) const { return score().mistake(output); }

private:
    constexpr scoring::FScore score() const { return {"FBetaScore", average, beta, threshold}; }
};

/// FBetaScore of beta 1: the harmonic mean of precision and recall.
struct F1Score {
    static constexpr std::string_view name = "f1_score";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    std::string_view average{};  ///< it may be left out of outputs of one feature
    OrNone<Real> threshold{};

    constexpr std::size_t sums(const Shape& output) const { return score().sums(output); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        score().add(sums, y, target, features, weight);
    }

    double result(const double* sums, const Shape& output) const {
        return score().result(sums, output);
    }

    Sentence mistake(const Shape& output, bool) const { return score().mistake(output); }

private:
    constexpr scoring::FScore score() const { return {"F1Score", average, 1, threshold}; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::F1Score;
using INLAY_ABI::FBetaScore;
}  // namespace inlay

#endif  // INLAY_TRAIN_F_SCORE_HPP
