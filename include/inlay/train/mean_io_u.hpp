// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_MEAN_IO_U_HPP
#define INLAY_TRAIN_MEAN_IO_U_HPP

#include <inlay/train/metric.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The mean over classes of intersection over union: of the rows that are of a class or taken for
/// it, the share that is both. A class that neither occurs nor is predicted does not count.
///
/// Where the loss takes classes, a row is taken for its largest feature, or for the class that its
/// only feature is. Where it takes rows of numbers, each number is a class by itself, or with
/// `sparse_y_true` and `sparse_y_pred` false each row the class of its largest number.
struct MeanIoU {
    static constexpr std::string_view name = "mean_io_u";
    static constexpr bool larger_is_better = true;
    static constexpr std::int64_t none = INT64_MIN;

    Whole num_classes = 0;
    Whole ignore_class = none;  ///< rows of this class do not count
    bool sparse_y_true = true;
    bool sparse_y_pred = true;

    /// Rows of a class that are taken for it, of a class, and taken for it, by class.
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

    double result(const double* sums) const {
        double shares = 0, present = 0;
        for (std::size_t k = 0, all = classes(); k < all; ++k) {
            const double any = sums[all + k] + sums[2 * all + k] - sums[k];
            if (any <= nothing) continue;
            shares += sums[k] / (any + epsilon);
            ++present;
        }
        return shares / (present + epsilon);
    }

    Sentence mistake(const Shape& output, bool sparse) const {
        Sentence says;
        if (num_classes.value < 1)
            says << "MeanIoU: num_classes is " << num_classes.value
                 << " but needs to be 1 at least";
        else if (!sparse && sparse_y_true != sparse_y_pred && output.last() > 1)
            says << "MeanIoU: of rows of " << output.last()
                 << " numbers sparse_y_true and sparse_y_pred are both true or both false";
        return says;
    }

private:
    static constexpr auto epsilon = static_cast<double>(1e-7L);
    static constexpr auto nothing = static_cast<double>(1e-9L);

    constexpr std::size_t classes() const { return static_cast<std::size_t>(num_classes.value); }

    /// Counts a row, by numbers that become classes as Keras casts them; outside of all classes it
    /// does not count.
    void count(double* sums, double truth, double predicted, double weight) const {
        const auto all = static_cast<double>(num_classes.value);
        if (!(truth > -1 && truth < all && predicted > -1 && predicted < all)) return;
        const auto of = static_cast<std::int64_t>(truth);
        if (of == ignore_class.value) return;
        const auto row = static_cast<std::size_t>(of);
        const auto column = static_cast<std::size_t>(predicted < 0 ? 0 : predicted);
        if (row == column) sums[row] += weight;
        sums[classes() + row] += weight;
        sums[2 * classes() + column] += weight;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MeanIoU;
}  // namespace inlay

#endif  // INLAY_TRAIN_MEAN_IO_U_HPP
