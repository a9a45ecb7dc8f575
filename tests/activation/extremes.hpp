// SPDX-License-Identifier: MIT
#pragma once
// Activations at numbers of all sizes, in float and double, against formulas in double that lose
// no digits.

#include <inlay/activation/elementwise.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace extremes {

using namespace inlay::INLAY_ABI;

/// Whether `found` is `wanted` but for so many units of rounding: of it, and of `size`.
template <class Scalar>
bool near(Scalar found, double wanted, double size) {
    if (std::isinf(static_cast<Scalar>(wanted))) return found == static_cast<Scalar>(wanted);
    const double unit = static_cast<double>(std::numeric_limits<Scalar>::epsilon());
    const double least = static_cast<double>((std::numeric_limits<Scalar>::min)());
    return std::fabs(static_cast<double>(found) - wanted) <=
           6 * unit * (std::fabs(wanted) + size) + least;
}

template <class Function, class Scalar>
void compare_at(Scalar x, double (*value)(double), double (*slope)(double), double size) {
    INFO(x, " in ", sizeof(Scalar), " bytes");
    const Scalar y = simd::first(Function::value(simd::broadcast(x)));
    INFO("value ", y, ", not ", value(static_cast<double>(x)));
    CHECK(near(y, value(static_cast<double>(x)), 0));
    const Scalar read = ReadsInput<Function> ? x : y;
    const Scalar dx =
        simd::first(Function::gradient(simd::broadcast(read), simd::broadcast(Scalar{1})));
    INFO("slope ", dx, ", not ", slope(static_cast<double>(x)));
    CHECK(near(dx, slope(static_cast<double>(x)), size));
}

/// `size` is that of what the derivative is a difference of, where it may have cancelled.
template <class Function>
void compare(double (*value)(double), double (*slope)(double), double size = 0) {
    for (const float most : {0.0f, 1e-30f, 1e-8f, 1e-3f, 0.3f, 1.5f, 4.0f, 17.0f, 40.0f, 87.0f,
                             1e2f, 1e3f, 1e10f, 1e20f, 3e38f})
        for (const float x : {most, -most}) {
            compare_at<Function>(x, value, slope, size);
            compare_at<Function>(static_cast<double>(x), value, slope, size);
        }
}

}  // namespace extremes
