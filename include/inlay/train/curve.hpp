// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_CURVE_HPP
#define INLAY_TRAIN_CURVE_HPP
// What metrics of many thresholds keep: numbers of the output by how many of them they are above.

#include <inlay/simd/pack.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::scoring {

/// What is taken for positive at a threshold, rightly and wrongly; or all that is positive, and
/// all that is not.
struct Rates {
    double right = 0, wrong = 0;
};

/// Weights of positive numbers and of others, by how many of so many rising thresholds they are
/// above: as many sums for the one as for the other.
struct Curve {
    std::size_t thresholds;

    constexpr std::size_t sums() const { return 2 * (thresholds + 1); }

    void add(double* sums, bool positive, std::size_t above, double weight) const {
        sums[(positive ? 0 : thresholds + 1) + above] += weight;
    }

    /// Calls body(rates) for each threshold, the last one first.
    template <class Body>
    void for_each(const double* sums, const Body& body) const {
        Rates above{};
        for (std::size_t t = thresholds; t > 0; --t) {
            above.right += sums[t];
            above.wrong += sums[thresholds + 1 + t];
            body(above);
        }
    }

    Rates all(const double* sums) const {
        Rates all{};
        for (std::size_t t = thresholds + 1; t-- > 0;) {
            all.right += sums[t];
            all.wrong += sums[thresholds + 1 + t];
        }
        return all;
    }
};

/// How many of `count` even thresholds from 0 to 1 a number is above: number t of them lies at
/// t / (count - 1), and what equals it is not above it. What is larger than 1 counts as 1; what is
/// no number is above none.
template <class Scalar>
std::size_t even_thresholds_below(Scalar p, std::size_t count) {
    const Scalar place = simd::mul(p > 1 ? Scalar{1} : p, static_cast<Scalar>(count - 1));
    if (!(place > 0)) return 0;
    const auto whole = static_cast<std::size_t>(place);
    return static_cast<Scalar>(whole) == place ? whole : whole + 1;
}

}  // namespace inlay::INLAY_ABI::scoring

#endif  // INLAY_TRAIN_CURVE_HPP
