// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ACCURACY_HPP
#define INLAY_TRAIN_ACCURACY_HPP
// Shares of rows that are right.

#include <inlay/train/metric.hpp>
#include <inlay/train/rate.hpp>

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

namespace scoring {

/// Whether fewer than k features are larger than that of a class: those that equal it do not stand
/// before it, and rows that hold what is not finite are not right (tf.math.in_top_k).
template <class Scalar>
bool among_largest(const Scalar* y, std::size_t features, std::size_t chosen, std::int64_t k) {
    std::int64_t larger = 0;
    for (std::size_t j = 0; j < features; ++j) {
        if (!(y[j] - y[j] == 0)) return false;
        if (y[j] > y[chosen]) ++larger;
    }
    return larger < k;
}

inline Sentence mistake_in_k(std::string_view metric, std::int64_t k) {
    Sentence says;
    if (k < 1) says << metric << ": k is " << k << " but needs to be 1 at least";
    return says;
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
        return scoring::mistake_in_k("TopKCategoricalAccuracy", k.value);
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
        return scoring::mistake_in_k("SparseTopKCategoricalAccuracy", k.value);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Accuracy;
using INLAY_ABI::SparseTopKCategoricalAccuracy;
using INLAY_ABI::TopKCategoricalAccuracy;
}  // namespace inlay

#endif  // INLAY_TRAIN_ACCURACY_HPP
