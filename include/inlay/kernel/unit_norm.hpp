// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_UNIT_NORM_HPP
#define INLAY_KERNEL_UNIT_NORM_HPP
// Rows, and columns across rows, divided by their Euclidean norm.

#include <inlay/kernel/places.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The largest factor: that of a norm of 1e-12, which stands for all smaller ones.
template <class Scalar>
inline constexpr auto most_of_unit_norm = static_cast<Scalar>(1e12L);

/// r = min(1 / sqrt(squares), most)
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> inverse_norm(simd::Pack<Scalar> squares, Scalar most) {
    const auto r = simd::div(simd::broadcast(Scalar{1}), simd::square_root(squares));
    return simd::smaller(r, simd::broadcast(most));
}

/// A row's squares summed up, and the factor that brings its norm to 1.
template <class Scalar>
struct RowNorm {
    Scalar squares, factor;
};

/// y[k] = x[k] r      r = min(1 / sqrt(sum_j x[j]^2), most)       x, y: [n], which may be one
template <class Scalar>
INLAY_NOINLINE RowNorm<Scalar> normalize_row(const Scalar* x, Scalar* y, std::size_t n,
                                             Scalar most) {
    const Scalar squares = sum_of_products(x, x, n);
    const auto r = inverse_norm(simd::broadcast(squares), most);
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(y + at, simd::mul(simd::load_some(x + at, lanes), r), lanes);
    });
    return {squares, simd::first(r)};
}

/// sum_j y[j] dy[j], or 0 where r is the largest, which does not depend on x.
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> pull_of_norm(simd::Pack<Scalar> sum, simd::Pack<Scalar> r) {
    const auto most = simd::broadcast(most_of_unit_norm<Scalar>);
    return simd::select(simd::less(r, most), sum, simd::zero<Scalar>());
}

/// dx = r (dy - y pull)       assigned, or added where `accumulate`
template <class Scalar>
INLAY_INLINE void unit_norm_gradient(const Scalar* y, const Scalar* dy, simd::Pack<Scalar> r,
                                     simd::Pack<Scalar> pull, Scalar* dx, int lanes,
                                     bool accumulate) {
    const auto along = simd::mul(simd::load_some(y, lanes), pull);
    auto gradient = simd::mul(simd::sub(simd::load_some(dy, lanes), along), r);
    if (accumulate) gradient = simd::add(simd::load_some(dx, lanes), gradient);
    simd::store_some(dx, gradient, lanes);
}

/// y[k] = x[k] r      r = min(1 / sqrt(sum_j x[j]^2), 1e12)       x, y: [n]; kept: r, if not null
template <class Scalar>
INLAY_INLINE void unit_norm(const Scalar* x, Scalar* y, Scalar* kept, std::size_t n) {
    const Scalar r = normalize_row(x, y, n, most_of_unit_norm<Scalar>).factor;
    if (kept) *kept = r;
}

/// dx[k] = r (dy[k] - y[k] sum_j y[j] dy[j])       without the sum where r is the largest
template <class Scalar>
INLAY_NOINLINE void unit_norm_row_gradient(const Scalar* y, const Scalar* dy, const Scalar* kept,
                                           Scalar* dx, std::size_t n, bool accumulate) {
    const Scalar sum = sum_of_products(y, dy, n);
    const auto r = simd::broadcast(*kept), pull = pull_of_norm(simd::broadcast(sum), r);
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        unit_norm_gradient(y + at, dy + at, r, pull, dx + at, lanes, accumulate);
    });
}

/// The same across n rows of `width` numbers, place by place; x, y: [n][width]      kept: [width]
template <class Scalar>
INLAY_NOINLINE void unit_norm_across(const Scalar* x, Scalar* y, Scalar* kept, std::size_t n,
                                     std::size_t width) {
    simd::for_each_pack<Scalar>(width, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        const auto squares = sum_places<Scalar, any_number_of_rows>(
            {1, n}, [&](auto chain, std::size_t, std::size_t k) INLAY_INLINE_LAMBDA {
                const auto value = simd::load_some(x + k * width + at, lanes);
                return simd::fma(value, value, chain);
            });
        const auto r = inverse_norm(squares, most_of_unit_norm<Scalar>);
        if (kept) simd::store_some(kept + at, r, lanes);
        for (std::size_t place = at; place < n * width; place += width)
            simd::store_some(y + place, simd::mul(simd::load_some(x + place, lanes), r), lanes);
    });
}

/// The gradient of it, as that of a row.
template <class Scalar>
INLAY_NOINLINE void unit_norm_across_gradient(const Scalar* y, const Scalar* dy, const Scalar* kept,
                                              Scalar* dx, std::size_t n, std::size_t width,
                                              bool accumulate) {
    simd::for_each_pack<Scalar>(width, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        const auto sum = sum_places<Scalar, any_number_of_rows>(
            {1, n}, [&](auto chain, std::size_t, std::size_t k) INLAY_INLINE_LAMBDA {
                const std::size_t place = k * width + at;
                return simd::fma(simd::load_some(y + place, lanes),
                                 simd::load_some(dy + place, lanes), chain);
            });
        const auto r = simd::load_some(kept + at, lanes), pull = pull_of_norm(sum, r);
        for (std::size_t place = at; place < n * width; place += width)
            unit_norm_gradient(y + place, dy + place, r, pull, dx + place, lanes, accumulate);
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_UNIT_NORM_HPP
