// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_AUC_HPP
#define INLAY_TRAIN_AUC_HPP

#include <inlay/kernel/scalar.hpp>
#include <inlay/simd/strict.hpp>
#include <inlay/train/metric.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The area under a curve of rates at thresholds from 0 to 1, each number of the output by itself
/// against a target that is 0 or not: true over false positives ("ROC"), precision over recall
/// ("PR"), or their gains ("PRGAIN"). `summation_method` is "interpolation", "minoring" or
/// "majoring".
struct AUC {
    static constexpr std::string_view name = "auc";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Whole num_thresholds = 200;
    std::string_view curve = "ROC";
    std::string_view summation_method = "interpolation";
    bool from_logits = false;

    /// Numbers between two thresholds, positive ones and negative ones.
    constexpr std::size_t sums() const { return 2 * thresholds(); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        const auto last = static_cast<Scalar>(thresholds() - 1);
        for (std::size_t k = 0; k < features; ++k) {
            const Scalar p = from_logits ? kernel::sigmoid(y[k]) : y[k];
            // Threshold t lies at t / last, and what equals it is not above it. What is below 0, or
            // no number, is above the first alone.
            const Scalar place = simd::mul(p > 1 ? Scalar{1} : p, last);
            std::size_t bucket = 0;
            if (place > 0) bucket = static_cast<std::size_t>(place);
            if (bucket != 0 && static_cast<Scalar>(bucket) == place) --bucket;
            sums[(target.row[k] != 0 ? 0 : thresholds()) + bucket] += weight;
        }
    }

    double result(const double* sums) const {
        double positives = 0, negatives = 0;
        for (std::size_t t = thresholds(); t-- > 0;) {
            positives += sums[t];
            negatives += sums[thresholds() + t];
        }
        const bool pieces = is(curve, "PR") && is(summation_method, "interpolation");
        const Rates all{positives, negatives};
        Rates above{};  // the last threshold
        double area = 0;
        for (std::size_t t = thresholds(); t-- > 0;) {
            const Rates at{above.right + sums[t], above.wrong + sums[thresholds() + t]};
            if (t + 1 < thresholds())
                area += pieces ? precision_between(at, above, all) : area_between(at, above, all);
            above = at;
        }
        return area;
    }

    Sentence mistake(const Shape&, bool) const {
        Sentence says;
        if (num_thresholds.value < 2)
            return says << "AUC: num_thresholds is " << num_thresholds.value
                        << " but needs to be 2 at least";
        if (!is(curve, "ROC") && !is(curve, "PR") && !is(curve, "PRGAIN"))
            return says << "AUC: curve is '" << curve << "' but needs to be ROC, PR or PRGAIN";
        if (!is(summation_method, "interpolation") && !is(summation_method, "minoring") &&
            !is(summation_method, "majoring"))
            says << "AUC: summation_method is '" << summation_method
                 << "' but needs to be interpolation, minoring or majoring";
        return says;
    }

private:
    /// True and false positives.
    struct Rates {
        double right = 0, wrong = 0;
    };

    struct Point {
        double x, y;
    };

    constexpr std::size_t thresholds() const {
        return static_cast<std::size_t>(num_thresholds.value);
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

    /// a / b; 0 where b is 0.
    static double share(double a, double b) { return b == 0 ? 0 : a / b; }

    Point point(const Rates& at, const Rates& all) const {
        const double recall = share(at.right, all.right);
        if (is(curve, "ROC")) return {share(at.wrong, all.wrong), recall};
        if (is(curve, "PR")) return {recall, share(at.right, at.right + at.wrong)};
        if (at.right == 0) return {0, 1};
        const double odds = share(all.right, all.wrong);
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
