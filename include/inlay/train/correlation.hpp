// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_CORRELATION_HPP
#define INLAY_TRAIN_CORRELATION_HPP
// How the numbers of a row go with those of its target. Targets have the shape of the output.

#include <inlay/simd/pack.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace scoring {

/// Means, variances and the covariance of a row and its target.
struct Moments {
    double mean_y = 0, mean_t = 0, of_y = 0, of_t = 0, both = 0;

    template <class Scalar>
    Moments(const Scalar* y, const Scalar* t, std::size_t features) {
        const auto number = static_cast<double>(features);
        for (std::size_t k = 0; k < features; ++k) {
            mean_y += static_cast<double>(y[k]);
            mean_t += static_cast<double>(t[k]);
        }
        mean_y /= number;
        mean_t /= number;
        for (std::size_t k = 0; k < features; ++k) {
            const double a = static_cast<double>(y[k]) - mean_y;
            const double b = static_cast<double>(t[k]) - mean_t;
            of_y += simd::mul(a, a);
            of_t += simd::mul(b, b);
            both += simd::mul(a, b);
        }
        of_y /= number;
        of_t /= number;
        both /= number;
    }
};

}  // namespace scoring

/// The mean over rows of the covariance of y and t by the product of their deviations, from -1 to
/// 1; a row or a target without any deviation makes it NaN, as in Keras.
struct PearsonCorrelation {
    static constexpr std::string_view name = "pearson_correlation";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    template <bool, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        const scoring::Moments moments(y, target.row, features);
        return static_cast<Scalar>(moments.both / simd::registers::root(moments.of_y) /
                                   simd::registers::root(moments.of_t));
    }
};

/// The mean over rows of 2 covariance / (variance of y + variance of t + (mean y - mean t)^2 +
/// 1e-7), which is 1 where y is t, and less where it is only in proportion.
struct ConcordanceCorrelation {
    static constexpr std::string_view name = "concordance_correlation";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    template <bool, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        const scoring::Moments moments(y, target.row, features);
        const double apart = moments.mean_y - moments.mean_t;
        const double all =
            moments.of_y + moments.of_t + simd::mul(apart, apart) + probability_margin;
        return static_cast<Scalar>(2 * moments.both / all);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ConcordanceCorrelation;
using INLAY_ABI::PearsonCorrelation;
}  // namespace inlay

#endif  // INLAY_TRAIN_CORRELATION_HPP
