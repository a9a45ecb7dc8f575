// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ACCURACY_HPP
#define INLAY_TRAIN_ACCURACY_HPP
// Shares of rows that are right.

#include <inlay/train/fields.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The share of rows that are right, resolved by shapes as Keras does: outputs of one feature
/// against 0.5, class numbers against the largest feature, rows by the largest of each.
struct Accuracy {
    static constexpr std::string_view name = "accuracy";
    static constexpr bool larger_is_better = true;

    template <bool sparse, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        if (features == 1) {
            const Scalar wanted = sparse ? static_cast<Scalar>(target.chosen) : target.row[0];
            return (y[0] > Scalar{0.5}) == (wanted == 1) && (wanted == 0 || wanted == 1);
        }
        return scoring::largest(y, features) ==
               (sparse ? target.chosen : scoring::largest(target.row, features));
    }
};

/// The share of numbers of the output that lie above a threshold where their target is 1, and not
/// above it where it is 0.
struct BinaryAccuracy {
    static constexpr std::string_view name = "binary_accuracy";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Real threshold = 0.5;

    template <bool, class Scalar>
    Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) const {
        std::size_t right = 0;
        for (std::size_t k = 0; k < features; ++k) {
            const Scalar taken = y[k] > static_cast<Scalar>(threshold) ? 1 : 0;
            if (target.row[k] == taken) ++right;
        }
        return static_cast<Scalar>(right) / static_cast<Scalar>(features);
    }
};

/// The share of rows whose largest output is the largest number of the target.
struct CategoricalAccuracy {
    static constexpr std::string_view name = "categorical_accuracy";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    template <bool, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        return scoring::largest(y, features) == scoring::largest(target.row, features);
    }
};

/// The same for targets that are class numbers.
struct SparseCategoricalAccuracy {
    static constexpr std::string_view name = "sparse_categorical_accuracy";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = true;

    template <bool, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        return scoring::largest(y, features) == target.chosen;
    }
};

namespace scoring {

/// Whether fewer than k features are larger than that of a class: those that equal it do not stand
/// before it, and rows that hold what is not finite are not right (tf.math.in_top_k).
template <class Scalar>
bool among_largest(const Scalar* y, std::size_t features, std::size_t chosen, std::int64_t k) {
    if (chosen >= features) return false;
    std::int64_t larger = 0;
    for (std::size_t j = 0; j < features; ++j) {
        if (!(y[j] - y[j] == 0)) return false;
        if (y[j] > y[chosen]) ++larger;
    }
    return larger < k;
}

}  // namespace scoring

/// The share of rows whose class, the largest number of the target, is among the k largest outputs.
struct TopKCategoricalAccuracy {
    static constexpr std::string_view name = "top_k_categorical_accuracy";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Whole k = 5;

    template <bool, class Scalar>
    Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) const {
        return scoring::among_largest(y, features, scoring::largest(target.row, features), k.value);
    }

    Sentence mistake(const Shape&, bool) const {
        return field::at_least("TopKCategoricalAccuracy", "k", k, 1);
    }
};

/// The same for targets that are class numbers.
struct SparseTopKCategoricalAccuracy {
    static constexpr std::string_view name = "sparse_top_k_categorical_accuracy";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = true;

    Whole k = 5;

    template <bool, class Scalar>
    Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) const {
        return scoring::among_largest(y, features, target.chosen, k.value);
    }

    Sentence mistake(const Shape&, bool) const {
        return field::at_least("SparseTopKCategoricalAccuracy", "k", k, 1);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Accuracy;
using INLAY_ABI::BinaryAccuracy;
using INLAY_ABI::CategoricalAccuracy;
using INLAY_ABI::SparseCategoricalAccuracy;
using INLAY_ABI::SparseTopKCategoricalAccuracy;
using INLAY_ABI::TopKCategoricalAccuracy;
}  // namespace inlay

#endif  // INLAY_TRAIN_ACCURACY_HPP
