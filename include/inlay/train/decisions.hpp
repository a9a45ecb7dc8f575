// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_DECISIONS_HPP
#define INLAY_TRAIN_DECISIONS_HPP
// Metrics that ask of each number of the output whether it is taken for positive, and compare that
// with whether its target is 0 or not.

#include <inlay/train/fields.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI::scoring {

/// What is taken for positive: a number above a threshold, which is 0.5 unless given; with `top_k`
/// one of the k largest of its row, the first of equal ones, and above a threshold that is given.
/// With `class_id` this feature counts alone.
struct Decisions {
    OrNone<Real> threshold;
    OrNone<Whole> top_k{}, class_id{};

    /// Calls body(whether the target is positive, whether the number is taken for it) for each
    /// number of a row that counts.
    template <class Scalar, class Body>
    void for_each(const Scalar* y, const Target<Scalar>& target, std::size_t features,
                  const Body& body) const {
        const auto above = static_cast<Scalar>(threshold.or_else(top_k.given ? lowest : 0.5));
        const std::size_t last = top_k.given ? last_of_largest(y, features, top_k.value) : features;
        const auto first = static_cast<std::size_t>(class_id.or_else(0));
        for (std::size_t k = first, end = class_id.given ? first + 1 : features; k < end; ++k) {
            const bool largest =
                last == features || y[last] < y[k] || (y[last] == y[k] && k <= last);
            body(target.row[k] != 0, largest && y[k] > above);
        }
    }

    Sentence mistake(std::string_view metric, const Shape& output) const {
        const auto features = static_cast<std::int64_t>(output.last());
        Sentence says;
        if (threshold.given) says = field::from_0_to_1(metric, "thresholds", threshold.value);
        if (says.empty() && top_k.given && (top_k.value < 1 || top_k.value > features))
            says = field::about(metric, "top_k", top_k.value)
                   << "from 1 to " << features << ": the output has " << features << " features";
        if (says.empty() && class_id.given)
            says = field::feature(metric, "class_id", class_id.value, output);
        return says;
    }

private:
    /// What Keras puts in place of what is not among the largest.
    static constexpr double lowest = -1e10;

    /// The place of the k-th largest number of a row, the first of equal ones; `features` where
    /// there are fewer numbers.
    template <class Scalar>
    static std::size_t last_of_largest(const Scalar* y, std::size_t features, std::int64_t k) {
        std::size_t last = features;
        for (std::int64_t n = 0; n < k; ++n) {
            std::size_t next = features;
            for (std::size_t j = 0; j < features; ++j) {
                const bool behind = last == features
                                        ? y[j] == y[j]
                                        : y[j] < y[last] || (y[j] == y[last] && j > last);
                if (behind && (next == features || y[next] < y[j])) next = j;
            }
            if (next == features) return features;
            last = next;
        }
        return last;
    }
};

}  // namespace inlay::INLAY_ABI::scoring

#endif  // INLAY_TRAIN_DECISIONS_HPP
