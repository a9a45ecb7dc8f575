// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ELEMENTWISE_LOSS_HPP
#define INLAY_TRAIN_ELEMENTWISE_LOSS_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/loss.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::loss {

/// What a loss makes of one number: its value, and its derivative by the prediction.
template <class Scalar>
struct Point {
    Scalar value, slope;
};

/// mean_k at(t_k, y_k) over the features of a row, and scale times its gradient where that is asked
/// for.
template <class Scalar, class At>
Scalar mean_of(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient, const At& at) {
    const Scalar share = Scalar{1} / static_cast<Scalar>(y.features);
    double total = 0;
    for (std::size_t k = 0; k < y.features; ++k) {
        const Point<Scalar> point = at(target.row[k], y.output[k]);
        total += static_cast<double>(point.value);
        if (gradient) gradient[k] = simd::mul(simd::mul(point.slope, share), scale);
    }
    return mean<Scalar>(total, y.features);
}

/// -1, 0 or 1.
template <class Scalar>
constexpr Scalar sign(Scalar x) {
    return static_cast<Scalar>((x > 0) - (x < 0));
}

template <class Scalar>
constexpr Scalar size(Scalar x) {
    return x < 0 ? -x : x;
}

}  // namespace inlay::INLAY_ABI::loss

#endif  // INLAY_TRAIN_ELEMENTWISE_LOSS_HPP
