// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_SPARSEMAX_HPP
#define INLAY_KERNEL_SPARSEMAX_HPP
// The point of the probability simplex that lies nearest to a row of features.

#include <inlay/kernel/softmax.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The sum of x[k] - shift over those k where that is larger than `bound`, and how many there are.
template <class Scalar>
struct Above {
    Scalar sum, count;
};

template <class Scalar>
INLAY_NOINLINE Above<Scalar> sum_above(const Scalar* x, std::size_t n, Scalar shift, Scalar bound) {
    const auto of = [&](auto chosen) {
        return sum_row<Scalar>(n, [&](std::size_t first, std::size_t some) {
            return simd::sum_terms<Scalar>(some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto z =
                    simd::sub(simd::load_some(x + first + k, lanes), simd::broadcast(shift));
                return simd::select(simd::less(simd::broadcast(bound), z), chosen(z),
                                    simd::zero<Scalar>());
            });
        });
    };
    return {of([](auto z) { return z; }), of([](auto) { return simd::broadcast(Scalar{1}); })};
}

/// y[k] = max(x[k] - m - t, 0) with the t that makes their sum 1,   m = the largest x     x, y: [n]
///
/// t = (sum of the x[k] - m that exceed it - 1) / their number. From below, where nothing that
/// counts is left out, each round leaves out what does not exceed the t of the numbers before it,
/// until it leaves out none (Michelot 1986).
template <class Scalar>
INLAY_NOINLINE void sparsemax(const Scalar* x, Scalar* y, std::size_t n) {
    const Scalar most = largest(x, n);
    Scalar bound = -1;
    Above<Scalar> above = sum_above(x, n, most, bound), before{};
    do {
        before = above;
        bound = (above.sum - 1) / above.count;
        above = sum_above(x, n, most, bound);
    } while (above.count < before.count);
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        const auto z = simd::sub(simd::load_some(x + at, lanes), simd::broadcast(most));
        const auto over = simd::sub(z, simd::broadcast(bound));
        simd::store_some(y + at, simd::larger(over, simd::zero<Scalar>()), lanes);
    });
}

/// dx[k] = dy[k] - the mean of dy where y > 0, or 0 where y[k] = 0       assigned, or added where
/// `accumulate`
template <class Scalar>
INLAY_NOINLINE void sparsemax_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t n,
                                       bool accumulate) {
    const auto where = [&](std::size_t at, int lanes, auto a) INLAY_INLINE_LAMBDA {
        const auto zero = simd::zero<Scalar>();
        return simd::select(simd::less(zero, simd::load_some(y + at, lanes)), a, zero);
    };
    const auto over = [&](auto term) {
        return sum_row<Scalar>(n, [&](std::size_t first, std::size_t some) {
            return simd::sum_terms<Scalar>(some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                return where(first + k, lanes, term(first + k, lanes));
            });
        });
    };
    const Scalar sum =
        over([&](std::size_t at, int lanes) { return simd::load_some(dy + at, lanes); });
    const Scalar count = over([](std::size_t, int) { return simd::broadcast(Scalar{1}); });
    const auto mean = simd::broadcast<Scalar>(sum / count);
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        auto gradient = where(at, lanes, simd::sub(simd::load_some(dy + at, lanes), mean));
        if (accumulate) gradient = simd::add(simd::load_some(dx + at, lanes), gradient);
        simd::store_some(dx + at, gradient, lanes);
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_SPARSEMAX_HPP
