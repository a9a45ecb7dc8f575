// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_METRIC_HPP
#define INLAY_TRAIN_METRIC_HPP
// Metrics: a number for each row of features, averaged over all rows.

#include <inlay/text/missing.hpp>
#include <inlay/train/target.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The share of rows that are right, resolved by shapes as Keras does: outputs of one feature
/// against 0.5, class numbers against the largest feature, rows by the largest of each.
struct Accuracy {
    static constexpr std::string_view name = "accuracy";

    template <bool sparse, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        if (features == 1) {
            const Scalar wanted = sparse ? static_cast<Scalar>(target.chosen) : target.row[0];
            return (y[0] > Scalar{0.5}) == (wanted == 1) && (wanted == 0 || wanted == 1);
        }
        return largest(y, features) == (sparse ? target.chosen : largest(target.row, features));
    }

private:
    /// The first of the largest numbers; NaNs do not count, and of nothing but NaNs it is the first
    /// (what Keras 3 does on TensorFlow).
    template <class Scalar>
    static std::size_t largest(const Scalar* row, std::size_t features) {
        std::size_t best = 0;
        for (std::size_t k = 1; k < features; ++k) {
            const bool number = row[k] == row[k], none_yet = row[best] != row[best];
            if (row[best] < row[k] || (none_yet && number)) best = k;
        }
        return best;
    }
};

/// What a type lacks to be a metric for networks of Scalar: a list of names, empty for a metric.
template <class Type, class Scalar>
constexpr Sentence missing_of_metric() {
    Missing missing;
    missing.needs(requires { std::string_view(Type::name); }, "name");
    missing.needs(
        requires(const Scalar* y, const Target<Scalar>& target) {
            Scalar(Type::template row<false>(y, target, std::size_t{}));
        }, "a static row");
    return missing.list;
}

/// What compile() takes as a metric: `name` is its column; `row<sparse>(output, target, features)`
/// is its number for one row, `sparse` being that of the loss.
template <class Type, class Scalar = float>
concept Metric = missing_of_metric<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Accuracy;
}  // namespace inlay

#endif  // INLAY_TRAIN_METRIC_HPP
