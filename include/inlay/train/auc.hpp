// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_AUC_HPP
#define INLAY_TRAIN_AUC_HPP

#include <inlay/kernel/scalar.hpp>
#include <inlay/simd/strict.hpp>
#include <inlay/train/curve.hpp>
#include <inlay/train/fields.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The area under a curve of rates at thresholds from 0 to 1, each number of the output against a
/// target that is 0 or not: true over false positives ("ROC"), precision over recall ("PR"), or
/// their gains ("PRGAIN"). `summation_method` is "interpolation", "minoring" or "majoring".
/// `thresholds` takes up to 64 between 0 and 1 in place of `num_thresholds` even ones. With
/// `multi_label` each feature has an area of its own, of which the mean is taken, by
/// `label_weights` where they are given; without it these weigh the numbers of each feature.
struct AUC {
    static constexpr std::string_view name = "auc";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Whole num_thresholds = 200;
    std::string_view curve = "ROC";
    std::string_view summation_method = "interpolation";
    Few<Real> thresholds{};
    bool multi_label = false;
    OrNone<Whole> num_labels{};  ///< with multi_label: the features, if that is to be sure
    Few<Real> label_weights{};
    bool from_logits = false;

    constexpr std::size_t sums(const Shape& output) const {
        return counts().sums() * (multi_label ? output.last() : 1);
    }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        const bool weighted = !multi_label && label_weights.size() != 0;
        for (std::size_t k = 0; k < features; ++k) {
            const Scalar p = from_logits ? kernel::sigmoid(y[k]) : y[k];
            counts().add(sums + (multi_label ? k * counts().sums() : 0), target.row[k] != 0,
                         above(p), weighted ? simd::mul(weight, label_weights[k]) : weight);
        }
    }

    double result(const double* sums, const Shape& output) const {
        if (!multi_label) return area(sums);
        double areas = 0, labels = 0;
        for (std::size_t k = 0; k < output.last(); ++k) {
            const double weight = label_weights.size() != 0 ? label_weights[k] : 1;
            areas += simd::mul(area(sums + k * counts().sums()), weight);
            labels += weight;
        }
        return scoring::share(areas, labels);
    }

    Sentence mistake(const Shape& output, bool) const {
        const auto features = static_cast<std::int64_t>(output.last());
        Sentence says = field::first_of(field::at_least("AUC", "num_thresholds", num_thresholds, 2),
                                        thresholds.mistake("AUC", "thresholds"),
                                        label_weights.mistake("AUC", "label_weights"));
        for (const double threshold : thresholds)
            if (says.empty()) says = field::from_0_to_1("AUC", "a threshold", threshold);
        if (says.empty() && !is(curve, "ROC") && !is(curve, "PR") && !is(curve, "PRGAIN"))
            says = field::one_of("AUC", "curve", curve, "ROC", "PR", "PRGAIN");
        if (says.empty() && !is(summation_method, "interpolation") &&
            !is(summation_method, "minoring") && !is(summation_method, "majoring"))
            says = field::one_of("AUC", "summation_method", summation_method, "interpolation",
                                 "minoring", "majoring");
        if (says.empty() && num_labels.given && !multi_label)
            says << "AUC: num_labels is given but multi_label is not true";
        if (says.empty() && num_labels.given && num_labels.value != features)
            says = field::about("AUC", "num_labels", num_labels.value)
                   << features << ", the features of the output";
        if (says.empty() && label_weights.size() != 0 && label_weights.size() != output.last())
            says << "AUC: label_weights has " << label_weights.size()
                 << " numbers but the output has " << features << " features";
        return says;
    }

private:
    using Rates = scoring::Rates;

    struct Point {
        double x, y;
    };

    /// The first threshold lies below 0, the last above 1: beside those given, or of the even ones.
    constexpr scoring::Curve counts() const {
        return {thresholds.size() != 0 ? thresholds.size() + 2
                                       : static_cast<std::size_t>(num_thresholds.value)};
    }

    /// How many thresholds a number is above. Even ones begin below what is no number.
    template <class Scalar>
    std::size_t above(Scalar p) const {
        if (thresholds.size() == 0) {
            const std::size_t below = scoring::even_thresholds_below(p, counts().thresholds);
            return below == 0 ? 1 : below;
        }
        constexpr auto margin = static_cast<Scalar>(probability_margin);
        std::size_t below = p > 1 + margin ? 2 : p > -margin ? 1 : 0;
        for (const double threshold : thresholds)
            if (p > static_cast<Scalar>(threshold)) ++below;
        return below;
    }

    double area(const double* sums) const {
        const Rates all = counts().all(sums);
        const bool pieces = is(curve, "PR") && is(summation_method, "interpolation");
        Rates behind{};
        bool last = true;
        double area = 0;
        counts().for_each(sums, [&](const Rates& at) {
            if (!last)
                area += pieces ? precision_between(at, behind, all) : area_between(at, behind, all);
            behind = at;
            last = false;
        });
        return area;
    }

    /// Whether two words are the same but for capitals, as in Keras.
    static constexpr bool is(std::string_view given, std::string_view word) {
        const auto small = [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        };
        bool same = given.size() == word.size();
        for (std::size_t k = 0; same && k < word.size(); ++k)
            same = small(given[k]) == small(word[k]);
        return same;
    }

    Point point(const Rates& at, const Rates& all) const {
        const double recall = scoring::share(at.right, all.right);
        if (is(curve, "ROC")) return {scoring::share(at.wrong, all.wrong), recall};
        if (is(curve, "PR")) return {recall, scoring::share(at.right, at.right + at.wrong)};
        if (at.right == 0) return {0, 1};
        const double odds = scoring::share(all.right, all.wrong);
        const double gain = 1 - simd::mul(odds, (all.right - at.right) / at.right);
        return {gain < 0 ? 0 : gain, 1 - simd::mul(odds, at.wrong / at.right)};
    }

    /// The area between two neighbouring thresholds.
    double area_between(const Rates& low, const Rates& high, const Rates& all) const {
        const Point left = point(low, all), right = point(high, all);
        const double least = left.y < right.y ? left.y : right.y;
        const double height = is(summation_method, "interpolation") ? (left.y + right.y) / 2
                              : is(summation_method, "minoring")    ? least
                                                                    : left.y + right.y - least;
        return simd::mul(left.x - right.x, height);
    }

    /// The same under precision over recall, where both true and all positives grow evenly between
    /// two thresholds (Davis and Goadrich 2006, section 4): with s = d right / d all positives,
    /// s (d right + (right - s all positives) log(ratio of all positives)) / positives.
    static double precision_between(const Rates& low, const Rates& high, const Rates& all) {
        const double taken_low = low.right + low.wrong, taken_high = high.right + high.wrong;
        const double gained = low.right - high.right, taken = taken_low - taken_high;
        const double slope = taken > 0 ? gained / taken : 0;
        const double intercept = high.right - simd::mul(slope, taken_high);
        const double ratio = taken_low > 0 && taken_high > 0 ? taken_low / taken_high : 1;
        const double log = simd::strict_log({ratio}).value;
        const double bent = gained + simd::mul(intercept, log);
        return all.right > 0 ? simd::mul(slope, bent) / all.right : 0;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AUC;
}  // namespace inlay

#endif  // INLAY_TRAIN_AUC_HPP
