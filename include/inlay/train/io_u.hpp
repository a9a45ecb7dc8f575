// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_IO_U_HPP
#define INLAY_TRAIN_IO_U_HPP
// The mean over classes of intersection over union: of the rows that are of a class or taken for
// it, the share that is both. A class that neither occurs nor is predicted does not count.
//
// Where the loss takes classes, a row is taken for its largest feature, or for the class that its
// only feature is. Where it takes rows of numbers, each number is a class by itself, or with
// `sparse_y_true` and `sparse_y_pred` false each row the class of its largest number. Rows of
// `ignore_class`, and those of no class, do not count.

#include <inlay/train/fields.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace scoring {

/// Rows of a class that are taken for it, of a class, and taken for it, by class.
struct Overlaps {
    Whole num_classes;
    OrNone<Whole> ignore_class{};
    bool sparse_y_true = true, sparse_y_pred = true;

    constexpr std::size_t classes() const { return static_cast<std::size_t>(num_classes.value); }
    constexpr std::size_t sums() const { return 3 * classes(); }

    template <bool sparse, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        if constexpr (sparse) {
            count(sums, static_cast<double>(target.chosen),
                  features == 1 ? static_cast<double>(y[0])
                                : static_cast<double>(scoring::largest(y, features)),
                  weight);
        } else if (!sparse_y_true && !sparse_y_pred) {
            count(sums, static_cast<double>(scoring::largest(target.row, features)),
                  static_cast<double>(scoring::largest(y, features)), weight);
        } else {
            for (std::size_t k = 0; k < features; ++k)
                count(sums, static_cast<double>(target.row[k]), static_cast<double>(y[k]), weight);
        }
    }

    /// Counts a row, by numbers that become classes as Keras casts them; outside of all classes it
    /// does not count.
    void count(double* sums, double truth, double predicted, double weight) const {
        const auto all = static_cast<double>(num_classes.value);
        if (!(truth > -1 && truth < all && predicted > -1 && predicted < all)) return;
        const auto of = static_cast<std::int64_t>(truth);
        if (ignore_class.given && of == ignore_class.value) return;
        const auto row = static_cast<std::size_t>(of);
        const auto column = static_cast<std::size_t>(predicted < 0 ? 0 : predicted);
        if (row == column) sums[row] += weight;
        sums[classes() + row] += weight;
        sums[2 * classes() + column] += weight;
    }

    /// The mean over so many classes, which are class_of(k).
    template <class ClassOf>
    double mean(const double* sums, std::size_t number, const ClassOf& class_of) const {
        double shares = 0, present = 0;
        for (std::size_t n = 0; n < number; ++n) {
            const std::size_t k = class_of(n);
            const double any = sums[classes() + k] + sums[2 * classes() + k] - sums[k];
            if (any <= nothing) continue;
            shares += sums[k] / (any + probability_margin);
            ++present;
        }
        return shares / (present + probability_margin);
    }
    double mean(const double* sums) const {
        return mean(sums, classes(), [](std::size_t k) { return k; });
    }
    double mean(const double* sums, const Few<Whole>& ids) const {
        return mean(sums, ids.size(),
                    [&](std::size_t k) { return static_cast<std::size_t>(ids[k]); });
    }

    Sentence mistake(std::string_view metric, const Shape& output, bool sparse) const {
        Sentence says = field::at_least(metric, "num_classes", num_classes, 1);
        if (says.empty() && !sparse && sparse_y_true != sparse_y_pred && output.last() > 1)
            says << metric << ": of rows of " << output.last()
                 << " numbers sparse_y_true and sparse_y_pred are both true or both false";
        return says;
    }
    Sentence mistake(std::string_view metric, const Shape& output, bool sparse,
                     const Few<Whole>& ids) const {
        Sentence says = field::first_of(mistake(metric, output, sparse),
                                        ids.mistake(metric, "target_class_ids"));
        if (says.empty() && ids.size() == 0)
            says << metric << ": target_class_ids is empty but needs a class at least";
        for (const std::int64_t id : ids)
            if (says.empty() && (id < 0 || id >= num_classes.value))
                says = field::about(metric, "a class of target_class_ids", id)
                       << "from 0 to " << num_classes.value - 1;
        return says;
    }

private:
    static constexpr auto nothing = static_cast<double>(1e-9L);
};

}  // namespace scoring

/// Intersection over union of the classes in `target_class_ids`.
struct IoU {
    static constexpr std::string_view name = "io_u";
    static constexpr bool larger_is_better = true;

    Whole num_classes = 0;
    Few<Whole> target_class_ids{};
    OrNone<Whole> ignore_class{};
    bool sparse_y_true = true;
    bool sparse_y_pred = true;

    constexpr std::size_t sums() const { return overlaps().sums(); }

    template <bool sparse, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        overlaps().template add<sparse>(sums, y, target, features, weight);
    }

    double result(const double* sums) const { return overlaps().mean(sums, target_class_ids); }

    Sentence mistake(const Shape& output, bool sparse_targets) const {
        return overlaps().mistake("IoU", output, sparse_targets, target_class_ids);
    }

private:
    constexpr scoring::Overlaps overlaps() const {
        return {num_classes, ignore_class, sparse_y_true, sparse_y_pred};
    }
};

/// Intersection over union of all classes.
struct MeanIoU {
    static constexpr std::string_view name = "mean_io_u";
    static constexpr bool larger_is_better = true;

    Whole num_classes = 0;
    OrNone<Whole> ignore_class{};
    bool sparse_y_true = true;
    bool sparse_y_pred = true;

    constexpr std::size_t sums() const { return overlaps().sums(); }

    template <bool sparse, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        overlaps().template add<sparse>(sums, y, target, features, weight);
    }

    double result(const double* sums) const { return overlaps().mean(sums); }

    Sentence mistake(const Shape& output, bool sparse_targets) const {
        return overlaps().mistake("MeanIoU", output, sparse_targets);
    }

private:
    constexpr scoring::Overlaps overlaps() const {
        return {num_classes, ignore_class, sparse_y_true, sparse_y_pred};
    }
};

/// Intersection over union of the classes in `target_class_ids`, of targets and outputs whose
/// largest number is the class.
struct OneHotIoU {
    static constexpr std::string_view name = "one_hot_io_u";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Whole num_classes = 0;
    Few<Whole> target_class_ids{};
    OrNone<Whole> ignore_class{};
    bool sparse_y_pred = false;  ///< of outputs of one feature

    constexpr std::size_t sums() const { return overlaps().sums(); }

    template <bool sparse, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        overlaps().template add<sparse>(sums, y, target, features, weight);
    }

    double result(const double* sums) const { return overlaps().mean(sums, target_class_ids); }

    Sentence mistake(const Shape& output, bool sparse_targets) const {
        return overlaps().mistake("OneHotIoU", output, sparse_targets, target_class_ids);
    }

private:
    constexpr scoring::Overlaps overlaps() const {
        return {num_classes, ignore_class, false, sparse_y_pred};
    }
};

/// The same of all classes.
struct OneHotMeanIoU {
    static constexpr std::string_view name = "one_hot_mean_io_u";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Whole num_classes = 0;
    OrNone<Whole> ignore_class{};
    bool sparse_y_pred = false;  ///< of outputs of one feature

    constexpr std::size_t sums() const { return overlaps().sums(); }

    template <bool sparse, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        overlaps().template add<sparse>(sums, y, target, features, weight);
    }

    double result(const double* sums) const { return overlaps().mean(sums); }

    Sentence mistake(const Shape& output, bool sparse_targets) const {
        return overlaps().mistake("OneHotMeanIoU", output, sparse_targets);
    }

private:
    constexpr scoring::Overlaps overlaps() const {
        return {num_classes, ignore_class, false, sparse_y_pred};
    }
};

/// Intersection over union of the classes 0 and 1, or one of them, of which each number of the
/// output is 1 where it is not below `threshold`.
struct BinaryIoU {
    static constexpr std::string_view name = "binary_io_u";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Few<Whole> target_class_ids{0, 1};
    Real threshold = 0.5;

    static constexpr std::size_t sums() { return scoring::Overlaps{2}.sums(); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        for (std::size_t k = 0; k < features; ++k)
            scoring::Overlaps{2}.count(sums, static_cast<double>(target.row[k]),
                                       y[k] >= static_cast<Scalar>(threshold), weight);
    }

    double result(const double* sums) const {
        return scoring::Overlaps{2}.mean(sums, target_class_ids);
    }

    Sentence mistake(const Shape& output, bool) const {
        return scoring::Overlaps{2}.mistake("BinaryIoU", output, false, target_class_ids);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BinaryIoU;
using INLAY_ABI::IoU;
using INLAY_ABI::MeanIoU;
using INLAY_ABI::OneHotIoU;
using INLAY_ABI::OneHotMeanIoU;
}  // namespace inlay

#endif  // INLAY_TRAIN_IO_U_HPP
