// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_SOFTMAX_HPP
#define INLAY_KERNEL_SOFTMAX_HPP
// Softmax over one row of features, its logarithm, and softmax across rows.

#include <inlay/kernel/places.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/math.hpp>

#include <bit>
#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The largest of x[0..n); the first one where several are equal.
template <class Scalar>
Scalar largest(const Scalar* x, std::size_t n) {
    Scalar best = x[0];
    for (std::size_t k = 1; k < n; ++k) best = best < x[k] ? x[k] : best;
    return best;
}

/// The same in packs, where one NaN makes the whole row NaN anyway. It is never -0: which of two
/// zeros comes first would depend on the width of a register.
template <class Scalar>
INLAY_INLINE Scalar largest_of_numbers(const Scalar* x, std::size_t n) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    if (n < lanes) return largest(x, n) + Scalar{0};
    auto best = simd::load(x + n - lanes);
    for (std::size_t k = 0; k + lanes <= n; k += lanes)
        best = simd::larger(best, simd::load(x + k));
    simd::unroll<std::bit_width(lanes) - 1>([&](auto step) INLAY_INLINE_LAMBDA {
        best = simd::larger(best, simd::exchange<static_cast<int>(lanes >> (step + 1))>(best));
    });
    return simd::first(best) + Scalar{0};
}

/// y[k] = exp(x[k] - m) / s,   m = the largest x,   s = sum_j exp(x[j] - m)       x, y: [n]
template <class Scalar>
INLAY_NOINLINE void softmax(const Scalar* x, Scalar* y, std::size_t n) {
    const auto shift = simd::broadcast<Scalar>(largest_of_numbers(x, n));
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

/// y[k] = x[k] - m - ln(sum_j exp(x[j] - m)),   m = the largest x       x, y: [n]
template <class Scalar>
INLAY_NOINLINE void log_softmax(const Scalar* x, Scalar* y, std::size_t n) {
    const auto shift = simd::broadcast<Scalar>(largest(x, n));
    const auto below = [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        return simd::sub(simd::load_some(x + at, lanes), shift);
    };
    const Scalar sum = sum_row<Scalar>(n, [&](std::size_t first, std::size_t some) {
        return simd::sum_terms<Scalar>(some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            return simd::exp(below(first + k, lanes));
        });
    });
    const auto whole = simd::log(simd::broadcast(sum));
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(y + at, simd::sub(below(at, lanes), whole), lanes);
    });
}

/// dx[k] = dy[k] - exp(y[k]) sum_j dy[j]       assigned, or added where `accumulate`
template <class Scalar>
INLAY_NOINLINE void log_softmax_gradient(const Scalar* y, const Scalar* dy, Scalar* dx,
                                         std::size_t n, bool accumulate) {
    const Scalar sum = sum_row<Scalar>(
        n, [&](std::size_t first, std::size_t some) { return simd::sum(dy + first, some); });
    const auto minus = simd::broadcast<Scalar>(-sum);
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        const auto share = simd::exp(simd::load_some(y + at, lanes));
        const auto gradient = simd::fma(share, minus, simd::load_some(dy + at, lanes));
        simd::store_some(
            dx + at, accumulate ? simd::add(simd::load_some(dx + at, lanes), gradient) : gradient,
            lanes);
    });
}

/// Softmax across n rows of `width` numbers, place by place; x, y: [n][width]
template <class Scalar>
INLAY_NOINLINE void softmax_across(const Scalar* x, Scalar* y, std::size_t n, std::size_t width) {
    simd::for_each_pack<Scalar>(width, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        auto shift = simd::load_some(x + at, lanes);
        for (std::size_t k = 1; k < n; ++k)
            shift = simd::larger(shift, simd::load_some(x + k * width + at, lanes));
        const auto sum = sum_places<Scalar, any_number_of_rows>(
            {1, n}, [&](auto chain, std::size_t, std::size_t k) INLAY_INLINE_LAMBDA {
                const std::size_t place = k * width + at;
                const auto power = simd::exp(simd::sub(simd::load_some(x + place, lanes), shift));
                simd::store_some(y + place, power, lanes);
                return simd::add(chain, power);
            });
        for (std::size_t place = at; place < n * width; place += width)
            simd::store_some(y + place, simd::div(simd::load_some(y + place, lanes), sum), lanes);
    });
}

/// The gradient of it, as that of softmax.
template <class Scalar>
INLAY_NOINLINE void softmax_across_gradient(const Scalar* y, const Scalar* dy, Scalar* dx,
                                            std::size_t n, std::size_t width, bool accumulate) {
    simd::for_each_pack<Scalar>(width, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        const auto mean = sum_places<Scalar, any_number_of_rows>(
            {1, n}, [&](auto chain, std::size_t, std::size_t k) INLAY_INLINE_LAMBDA {
                const std::size_t place = k * width + at;
                return simd::fma(simd::load_some(y + place, lanes),
                                 simd::load_some(dy + place, lanes), chain);
            });
        for (std::size_t place = at; place < n * width; place += width) {
            auto gradient = simd::mul(simd::load_some(y + place, lanes),
                                      simd::sub(simd::load_some(dy + place, lanes), mean));
            if (accumulate) gradient = simd::add(simd::load_some(dx + place, lanes), gradient);
            simd::store_some(dx + place, gradient, lanes);
        }
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_SOFTMAX_HPP
