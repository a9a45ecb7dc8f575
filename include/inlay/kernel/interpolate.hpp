// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_INTERPOLATE_HPP
#define INLAY_KERNEL_INTERPOLATE_HPP
// An image read at other places than its cells: whole rows first, so that registers are full also
// where there are few channels, then the cells of one row.

#include <inlay/kernel/interpolation.hpp>
#include <inlay/kernel/places.hpp>
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

/// sum over i of w_p[i] from[i step]
template <class Scalar, std::size_t Places, std::size_t Most>
INLAY_INLINE simd::Pack<Scalar> sum_taps(const TapTable<Scalar, Places, Most>& table, std::size_t p,
                                         const Scalar* from, std::size_t step, int lanes) {
    if (table.count[p] == 0) return simd::zero<Scalar>();
    return sum_places<Scalar, Chains{1, Most}>(
        {1, table.count[p]}, [&](auto chain, std::size_t, std::size_t i) INLAY_INLINE_LAMBDA {
            return simd::fma(simd::broadcast(table.weights[p][i]),
                             simd::load_some(from + i * step, lanes), chain);
        });
}

/// The taps of the places of an axis, or of its cells.
template <class Scalar, Resampling axis, bool backwards>
constexpr const auto& table_of() {
    if constexpr (backwards)
        return readers_of<Scalar, axis>;
    else
        return taps_of<Scalar, axis>;
}

/// r[k][c] = sum over i of v_p[i] x[p_0 + i][k][c]           r: a row of x's cells, for each p
/// y[p][q][c] (+)= sum over j of w_q[j] r[q_0 + j][c]
/// Read backwards, x is dy and y is dx.
template <Map in, Map out, Resampling rows, Resampling columns, bool backwards, bool accumulate,
          class Scalar>
INLAY_NOINLINE void interpolate(const Scalar* x, Scalar* y, Scalar* r, std::size_t count) {
    constexpr const auto& down = table_of<Scalar, rows, backwards>();
    constexpr const auto& across = table_of<Scalar, columns, backwards>();
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for (std::size_t p = 0; p < out.height(); ++p) {
            const Scalar* const from = x + in.row(down.first[p]);
            for_each_pack_of_row<in, Scalar>([&](std::size_t cell, std::size_t k,
                                                 int lanes) INLAY_INLINE_LAMBDA {
                simd::store_some(r + k, sum_taps(down, p, from + cell, in.pitch(), lanes), lanes);
            });
            Scalar* to = y + out.row(p);
            for (std::size_t q = 0; q < out.width(); ++q, to += out.pixel())
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto sum = sum_taps(across, q, r + across.first[q] * in.channels() + c,
                                            in.channels(), lanes);
                        if constexpr (accumulate)
                            sum = simd::add(simd::load_some(to + c, lanes), sum);
                        simd::store_some(to + c, sum, lanes);
                    });
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_INTERPOLATE_HPP
