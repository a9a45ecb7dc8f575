// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_SOFTMAX_HPP
#define INLAY_KERNEL_SOFTMAX_HPP
// Softmax over one row of features.

#include <inlay/kernel/places.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/math.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The largest of x[0..n); the first one where several are equal.
template <class Scalar>
Scalar largest(const Scalar* x, std::size_t n) {
    Scalar best = x[0];
    for (std::size_t k = 1; k < n; ++k) best = best < x[k] ? x[k] : best;
    return best;
}

/// The features that sixteen chains hold, each as long as those of places.hpp.
inline constexpr std::size_t row_block = 16 * chain_length;

/// The sum over a row of n features: sum(first, some) is that of one block, blocks are joined in
/// pairs.
template <class Scalar, class Sum>
INLAY_INLINE Scalar sum_row(std::size_t n, Sum&& sum) {
    if (n <= row_block) return sum(std::size_t{0}, n);
    PairwiseSums<Scalar, any_number_of_rows.columns> joined;
    for (std::size_t first = 0; first < n; first += row_block) {
        const std::size_t some = n - first < row_block ? n - first : row_block;
        joined.take(0, simd::broadcast<Scalar>(sum(first, some)));
        joined.next();
    }
    return simd::first(joined.total(0));
}

/// y[k] = exp(x[k] - m) / s,   m = the largest x,   s = sum_j exp(x[j] - m)       x, y: [n]
template <class Scalar>
INLAY_NOINLINE void softmax(const Scalar* x, Scalar* y, std::size_t n) {
    const auto shift = simd::broadcast<Scalar>(largest(x, n));
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(y + at, simd::exp(simd::sub(simd::load_some(x + at, lanes), shift)),
                         lanes);
    });
    const auto sum = simd::broadcast<Scalar>(sum_row<Scalar>(
        n, [&](std::size_t first, std::size_t some) { return simd::sum(y + first, some); }));
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(y + at, simd::div(simd::load_some(y + at, lanes), sum), lanes);
    });
}

/// dx[k] = y[k] (dy[k] - sum_j y[j] dy[j])       assigned, or added where `accumulate`
template <class Scalar>
INLAY_NOINLINE void softmax_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t n,
                                     bool accumulate) {
    const auto mean =
        simd::broadcast<Scalar>(sum_row<Scalar>(n, [&](std::size_t first, std::size_t some) {
            return simd::dot(y + first, dy + first, some);
        }));
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        const auto inner = simd::sub(simd::load_some(dy + at, lanes), mean);
        const auto gradient = simd::mul(simd::load_some(y + at, lanes), inner);
        simd::store_some(
            dx + at, accumulate ? simd::add(simd::load_some(dx + at, lanes), gradient) : gradient,
            lanes);
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_SOFTMAX_HPP
