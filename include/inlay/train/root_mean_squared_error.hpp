// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ROOT_MEAN_SQUARED_ERROR_HPP
#define INLAY_TRAIN_ROOT_MEAN_SQUARED_ERROR_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The square root of the mean of (t - y)^2 over all numbers; targets have the shape of the output.
struct RootMeanSquaredError {
    static constexpr std::string_view name = "root_mean_squared_error";
    static constexpr bool larger_is_better = false;
    static constexpr bool sparse = false;

    static constexpr std::size_t sums() { return 2; }

    template <bool, class Scalar>
    static void add(double* sums, const Scalar* y, const Target<Scalar>& target,
                    std::size_t features, double weight) {
        double squares = 0;
        for (std::size_t k = 0; k < features; ++k) {
            const double d = static_cast<double>(y[k]) - static_cast<double>(target.row[k]);
            squares += simd::mul(d, d);
        }
        sums[0] += simd::mul(squares / static_cast<double>(features), weight);
        sums[1] += weight;
    }

    static double result(const double* sums) { return simd::registers::root(scoring::mean(sums)); }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RootMeanSquaredError;
}  // namespace inlay

#endif  // INLAY_TRAIN_ROOT_MEAN_SQUARED_ERROR_HPP
