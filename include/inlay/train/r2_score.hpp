// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_R2_SCORE_HPP
#define INLAY_TRAIN_R2_SCORE_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/fields.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// 1 - sum (t - y)^2 / sum (t - mean t)^2 of each feature, of which `class_aggregation`
/// "uniform_average" makes the mean and "variance_weighted_average" the mean by the second sum.
/// With `num_regressors` p it is adjusted for that many inputs: 1 - (1 - R2) (n - 1) / (n - p - 1),
/// n being the number of all targets. Targets have the shape of the output; of a feature whose
/// target never changes the score is 0, or NaN where it is met exactly, as in Keras.
struct R2Score {
    static constexpr std::string_view name = "r2_score";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    std::string_view class_aggregation = "uniform_average";
    Whole num_regressors = 0;

    /// The number of targets, then of each feature: the weights, the mean of its targets, the sum
    /// of the squares of their distances from it, and of those from the output.
    static constexpr std::size_t sums(const Shape& output) { return 1 + 4 * output.last(); }

    template <bool, class Scalar>
    static void add(double* sums, const Scalar* y, const Target<Scalar>& target,
                    std::size_t features, double weight) {
        *sums++ += static_cast<double>(features);
        for (std::size_t k = 0; k < features; ++k, sums += 4) {
            const auto t = static_cast<double>(target.row[k]);
            const double missed = t - static_cast<double>(y[k]);
            const double one[]{weight, t, 0, simd::mul(simd::mul(missed, missed), weight)};
            join_feature(sums, one);
        }
    }

    static void join(double* sums, const double* others, const Shape& output) {
        *sums++ += *others++;
        for (std::size_t k = 0; k < output.last(); ++k) join_feature(sums + 4 * k, others + 4 * k);
    }

    double result(const double* sums, const Shape& output) const {
        const double number = *sums++;
        double total = 0, all = 0;
        for (std::size_t k = 0; k < output.last(); ++k, sums += 4) {
            const double score = sums[2] == 0 && sums[3] != 0 ? 0 : 1 - sums[3] / sums[2];
            const double weight = class_aggregation == "variance_weighted_average" ? sums[2] : 1;
            total += simd::mul(score, weight);
            all += weight;
        }
        const auto inputs = static_cast<double>(num_regressors.value);
        if (inputs == 0 || inputs >= number - 1) return total / all;
        return 1 - simd::mul(1 - total / all, (number - 1) / (number - inputs - 1));
    }

    Sentence mistake(const Shape&, bool) const {
        return field::first_of(field::one_of("R2Score", "class_aggregation", class_aggregation,
                                             "uniform_average", "variance_weighted_average"),
                               field::at_least("R2Score", "num_regressors", num_regressors, 0));
    }

private:
    /// Takes the targets of others in, by Chan's formula: with d the distance of the means, the
    /// squares gain d^2 w v / (w + v).
    static void join_feature(double* sums, const double* others) {
        const double weight = sums[0] + others[0];
        if (weight != 0) {
            const double apart = others[1] - sums[1], share = others[0] / weight;
            sums[2] += others[2] + simd::mul(simd::mul(apart, apart), simd::mul(sums[0], share));
            sums[1] += simd::mul(apart, share);
        }
        sums[0] = weight;
        sums[3] += others[3];
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::R2Score;
}  // namespace inlay

#endif  // INLAY_TRAIN_R2_SCORE_HPP
