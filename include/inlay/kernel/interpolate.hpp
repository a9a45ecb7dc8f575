// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_INTERPOLATE_HPP
#define INLAY_KERNEL_INTERPOLATE_HPP
// An image read at other places than its cells: whole rows first, so that registers are full also
// where there are few channels, then the cells of one row.

#include <inlay/kernel/interpolation.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Calls body(cell, k, lanes) for all numbers of a row of a map, some at once: where they lie
/// behind its first, and where in a row without gaps.
template <Map map, class Scalar, class Body>
INLAY_INLINE void for_each_pack_of_row(Body&& body) {
    constexpr std::size_t length = map.width() * map.channels();
    constexpr std::size_t run = map.dense_rows() ? length : map.channels();
    for (std::size_t q = 0; q < length / run; ++q)
        simd::for_each_pack<Scalar>(run, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
            body(q * map.pixel() + c, q * run + c, lanes);
        });
}

/// sum over i < count of w[i] from[i step]
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> weighted_sum(const Scalar* w, std::size_t count, const Scalar* from,
                                             std::size_t step, int lanes) {
    auto sum = simd::zero<Scalar>();
    for (std::size_t i = 0; i < count; ++i)
        sum = simd::fma(simd::broadcast(w[i]), simd::load_some(from + i * step, lanes), sum);
    return sum;
}

/// to[i step] += w[i] value for i < count
template <class Scalar>
INLAY_INLINE void spread(const Scalar* w, std::size_t count, simd::Pack<Scalar> value, Scalar* to,
                         std::size_t step, int lanes) {
    for (std::size_t i = 0; i < count; ++i, to += step)
        simd::store_some(to, simd::fma(simd::broadcast(w[i]), value, simd::load_some(to, lanes)),
                         lanes);
}

/// r[k][c] = sum over i of v_p[i] x[p_0 + i][k][c]           r: a row of x's cells, for each p
/// y[p][q][c] = sum over j of w_q[j] r[q_0 + j][c]
template <Map in, Map out, Resampling rows, Resampling columns, class Scalar>
INLAY_NOINLINE void interpolate(const Scalar* x, Scalar* y, Scalar* r, std::size_t count) {
    constexpr const auto& down = taps_of<Scalar, rows>;
    constexpr const auto& across = taps_of<Scalar, columns>;
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for (std::size_t p = 0; p < rows.places; ++p) {
            const Scalar* const from = x + in.row(down.first[p]);
            for_each_pack_of_row<in, Scalar>([&](std::size_t cell, std::size_t k,
                                                 int lanes) INLAY_INLINE_LAMBDA {
                const auto sum =
                    weighted_sum(down.weights[p], down.count[p], from + cell, in.pitch(), lanes);
                simd::store_some(r + k, sum, lanes);
            });
            for (std::size_t q = 0; q < columns.places; ++q)
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        const auto sum = weighted_sum(across.weights[q], across.count[q],
                                                      r + across.first[q] * in.channels() + c,
                                                      in.channels(), lanes);
                        simd::store_some(y + out.row(p) + q * out.pixel() + c, sum, lanes);
                    });
        }
    }
}

/// r[q_0 + j][c] += w_q[j] dy[p][q][c]                       r: of zeros, for each p
/// dx[p_0 + i][k][c] += v_p[i] r[k][c]
template <Map in, Map out, Resampling rows, Resampling columns, bool accumulate, class Scalar>
INLAY_NOINLINE void interpolate_gradient(const Scalar* dy, Scalar* dx, Scalar* r,
                                         std::size_t count) {
    constexpr const auto& down = taps_of<Scalar, rows>;
    constexpr const auto& across = taps_of<Scalar, columns>;
    for (std::size_t n = 0; n < count; ++n, dy += out.size(), dx += in.size()) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        for (std::size_t p = 0; p < rows.places; ++p) {
            for (std::size_t k = 0; k < in.width() * in.channels(); ++k) r[k] = 0;
            for (std::size_t q = 0; q < columns.places; ++q)
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        const Scalar* const from = dy + out.row(p) + q * out.pixel() + c;
                        spread(across.weights[q], across.count[q], simd::load_some(from, lanes),
                               r + across.first[q] * in.channels() + c, in.channels(), lanes);
                    });
            Scalar* const to = dx + in.row(down.first[p]);
            for_each_pack_of_row<in, Scalar>(
                [&](std::size_t cell, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                    spread(down.weights[p], down.count[p], simd::load_some(r + k, lanes), to + cell,
                           in.pitch(), lanes);
                });
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_INTERPOLATE_HPP
