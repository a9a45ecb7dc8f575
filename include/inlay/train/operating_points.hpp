// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_OPERATING_POINTS_HPP
#define INLAY_TRAIN_OPERATING_POINTS_HPP
// The best of one rate at those thresholds where another is as large as asked for; 0 where it is so
// at none. Each number of the output counts, or with `class_id` this feature alone; positive are
// those whose target is not 0, and taken for it those above a threshold, of which there are
// `num_thresholds` even ones from 0 to 1.

#include <inlay/train/curve.hpp>
#include <inlay/train/fields.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace scoring {

/// Shares of positive numbers that are taken for it, of others that are not, and of what is taken
/// for positive that is it.
inline double sensitivity(const Rates& at, const Rates& all) { return share(at.right, all.right); }
inline double specificity(const Rates& at, const Rates& all) {
    return share(all.wrong - at.wrong, all.wrong);
}
inline double precision(const Rates& at, const Rates&) {
    return share(at.right, at.right + at.wrong);
}

struct OperatingPoints {
    double asked;
    Whole num_thresholds;
    OrNone<Whole> class_id;

    constexpr Curve curve() const { return {static_cast<std::size_t>(num_thresholds.value)}; }

    template <class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        const auto first = static_cast<std::size_t>(class_id.or_else(0));
        for (std::size_t k = first, end = class_id.given ? first + 1 : features; k < end; ++k) {
            const std::size_t above = num_thresholds.value == 1
                                          ? y[k] > Scalar{0.5}
                                          : even_thresholds_below(y[k], curve().thresholds);
            curve().add(sums, target.row[k] != 0, above, weight);
        }
    }

    /// The best of a rate where another reaches what is asked for; compared as floats, so that a
    /// rate of 4 in 5 reaches 0.8f.
    template <class Rate>
    double best(const double* sums, const Rate& rate, const Rate& other) const {
        const Rates all = curve().all(sums);
        double most = 0;
        curve().for_each(sums, [&](const Rates& at) {
            if (static_cast<float>(other(at, all)) < static_cast<float>(asked)) return;
            if (rate(at, all) > most) most = rate(at, all);
        });
        return most;
    }

    Sentence mistake(std::string_view metric, std::string_view name, const Shape& output) const {
        return field::first_of(field::from_0_to_1(metric, name, asked),
                               field::at_least(metric, "num_thresholds", num_thresholds, 1),
                               class_id.given
                                   ? field::feature(metric, "class_id", class_id.value, output)
                                   : Sentence{});
    }
};

}  // namespace scoring

/// The best sensitivity (the share of positive numbers that are taken for it) where the
/// specificity (that of others which are not) is as large as asked for.
struct SensitivityAtSpecificity {
    static constexpr std::string_view name = "sensitivity_at_specificity";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Real specificity = -1;  ///< from 0 to 1
    Whole num_thresholds = 200;
    OrNone<Whole> class_id{};

    constexpr std::size_t sums() const { return points().curve().sums(); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        points().add(sums, y, target, features, weight);
    }

    double result(const double* sums) const {
        return points().best(sums, scoring::sensitivity, scoring::specificity);
    }

    Sentence mistake(const Shape& output, bool) const {
        return points().mistake("SensitivityAtSpecificity", "specificity", output);
    }

private:
    constexpr scoring::OperatingPoints points() const {
        return {specificity, num_thresholds, class_id};
    }
};

/// The best specificity where the sensitivity is as large as asked for.
struct SpecificityAtSensitivity {
    static constexpr std::string_view name = "specificity_at_sensitivity";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Real sensitivity = -1;  ///< from 0 to 1
    Whole num_thresholds = 200;
    OrNone<Whole> class_id{};

    constexpr std::size_t sums() const { return points().curve().sums(); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        points().add(sums, y, target, features, weight);
    }

    double result(const double* sums) const {
        return points().best(sums, scoring::specificity, scoring::sensitivity);
    }

    Sentence mistake(const Shape& output, bool) const {
        return points().mistake("SpecificityAtSensitivity", "sensitivity", output);
    }

private:
    constexpr scoring::OperatingPoints points() const {
        return {sensitivity, num_thresholds, class_id};
    }
};

/// The best precision (the share of what is taken for positive that is it) where the recall, which
/// is the sensitivity, is as large as asked for.
struct PrecisionAtRecall {
    static constexpr std::string_view name = "precision_at_recall";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Real recall = -1;  ///< from 0 to 1
    Whole num_thresholds = 200;
    OrNone<Whole> class_id{};

    constexpr std::size_t sums() const { return points().curve().sums(); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        points().add(sums, y, target, features, weight);
    }

    double result(const double* sums) const {
        return points().best(sums, scoring::precision, scoring::sensitivity);
    }

    Sentence mistake(const Shape& output, bool) const {
        return points().mistake("PrecisionAtRecall", "recall", output);
    }

private:
    constexpr scoring::OperatingPoints points() const { return {recall, num_thresholds, class_id}; }
};

/// The best recall where the precision is as large as asked for.
struct RecallAtPrecision {
    static constexpr std::string_view name = "recall_at_precision";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Real precision = -1;  ///< from 0 to 1
    Whole num_thresholds = 200;
    OrNone<Whole> class_id{};

    constexpr std::size_t sums() const { return points().curve().sums(); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        points().add(sums, y, target, features, weight);
    }

    double result(const double* sums) const {
        return points().best(sums, scoring::sensitivity, scoring::precision);
    }

    Sentence mistake(const Shape& output, bool) const {
        return points().mistake("RecallAtPrecision", "precision", output);
    }

private:
    constexpr scoring::OperatingPoints points() const {
        return {precision, num_thresholds, class_id};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PrecisionAtRecall;
using INLAY_ABI::RecallAtPrecision;
using INLAY_ABI::SensitivityAtSpecificity;
using INLAY_ABI::SpecificityAtSensitivity;
}  // namespace inlay

#endif  // INLAY_TRAIN_OPERATING_POINTS_HPP
