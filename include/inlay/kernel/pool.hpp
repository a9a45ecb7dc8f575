// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_POOL_HPP
#define INLAY_KERNEL_POOL_HPP
// Pooling over windows of an image, one pack of channels at a time.

#include <inlay/kernel/places.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The cells [begin, end) of one axis that a window covers at a place, borders excluded.
struct Span {
    std::size_t begin, end;
};

constexpr Span covered(const Window& window, std::size_t cells, std::size_t place) {
    const std::size_t start = place * window.stride, before = window.before(cells);
    const std::size_t end =
        start + window.size - (start + window.size < before ? start + window.size : before);
    return {start < before ? 0 : start - before, end < cells ? end : cells};
}

/// Calls body(place, rows, columns) for every place of the window: the index of the output cell in
/// row order, and the cells it covers.
template <Map in, Map out, Window2D window, class Body>
INLAY_INLINE void for_each_window(Body&& body) {
    for (std::size_t p = 0; p < out.height(); ++p)
        for (std::size_t q = 0; q < out.width(); ++q)
            body(out.origin() + p * out.pitch() + q * out.channels(),
                 covered(window.height, in.height(), p), covered(window.width, in.width(), q));
}

/// Calls body(offset) for the cells of a window in row order.
template <Map in, class Body>
INLAY_INLINE void for_each_cell(Span rows, Span columns, Body&& body) {
    for (std::size_t h = rows.begin; h < rows.end; ++h)
        for (std::size_t w = columns.begin; w < columns.end; ++w)
            body(in.origin() + h * in.pitch() + w * in.channels());
}

/// y[p][q][c] = the largest x of the window, or NaN where it holds one; cells of padding never win
template <Map in, Map out, Window2D window, class Scalar>
INLAY_NOINLINE void max_pool(const Scalar* x, Scalar* y, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_window<in, out, window>(
            [&](std::size_t to, Span rows, Span columns) INLAY_INLINE_LAMBDA {
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto best = simd::load_some(x + in.origin() + rows.begin * in.pitch() +
                                                        columns.begin * in.channels() + c,
                                                    lanes);
                        for_each_cell<in>(rows, columns, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                            const auto value = simd::load_some(x + cell + c, lanes);
                            best = simd::select(simd::exceeds(value, best), value, best);
                        });
                        simd::store_some(y + to + c, best, lanes);
                    });
            });
    }
}

/// dx[cell] += dy[p][q][c] at the first cell of the window, in row order, where x equals y or is
/// NaN, as y then is
template <Map in, Map out, Window2D window, bool accumulate, class Scalar>
INLAY_NOINLINE void max_pool_gradient(const Scalar* x, const Scalar* y, const Scalar* dy,
                                      Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        for_each_window<in, out, window>([&](std::size_t from, Span rows,
                                             Span columns) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto best = simd::load_some(y + from + c, lanes);
                    const auto zero = simd::zero<Scalar>();
                    auto rest = simd::load_some(dy + from + c, lanes);  // not yet given to a cell
                    for_each_cell<in>(rows, columns, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                        const auto value = simd::load_some(x + cell + c, lanes);
                        const auto number = simd::equal(value, value);
                        const auto share = simd::select(
                            number, simd::select(simd::equal(value, best), rest, zero), rest);
                        rest = simd::select(
                            number, simd::select(simd::equal(value, best), zero, rest), zero);
                        simd::store_some(dx + cell + c,
                                         simd::add(simd::load_some(dx + cell + c, lanes), share),
                                         lanes);
                    });
                });
        });
        x += in.size(), y += out.size(), dy += out.size(), dx += in.size();
    }
}

/// y[p][q][c] = mean of x over the cells of the window that lie inside the image
template <Map in, Map out, Window2D window, class Scalar>
INLAY_NOINLINE void average_pool(const Scalar* x, Scalar* y, std::size_t count) {
    constexpr Chains most{window.height.size, window.width.size};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_window<in, out, window>([&](std::size_t to, Span rows,
                                             Span columns) INLAY_INLINE_LAMBDA {
            const Chains cells{rows.end - rows.begin, columns.end - columns.begin};
            const auto share =
                simd::broadcast(Scalar{1} / static_cast<Scalar>(cells.rows * cells.columns));
            const Scalar* const first =
                x + in.origin() + rows.begin * in.pitch() + columns.begin * in.channels();
            simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                           int lanes) INLAY_INLINE_LAMBDA {
                const auto sum = sum_places<Scalar, most>(
                    cells, [&](auto chain, std::size_t h, std::size_t w) INLAY_INLINE_LAMBDA {
                        const Scalar* const cell = first + h * in.pitch() + w * in.channels() + c;
                        return simd::add(chain, simd::load_some(cell, lanes));
                    });
                simd::store_some(y + to + c, simd::mul(sum, share), lanes);
            });
        });
    }
}

/// dx[cell] += dy[p][q][c] / cells for every cell of the window
template <Map in, Map out, Window2D window, bool accumulate, class Scalar>
INLAY_NOINLINE void average_pool_gradient(const Scalar* dy, Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dy += out.size(), dx += in.size()) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        for_each_window<in, out, window>([&](std::size_t from, Span rows,
                                             Span columns) INLAY_INLINE_LAMBDA {
            const auto cells = (rows.end - rows.begin) * (columns.end - columns.begin);
            const auto scale = simd::broadcast(Scalar{1} / static_cast<Scalar>(cells));
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto share = simd::mul(simd::load_some(dy + from + c, lanes), scale);
                    for_each_cell<in>(rows, columns, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                        simd::store_some(dx + cell + c,
                                         simd::add(simd::load_some(dx + cell + c, lanes), share),
                                         lanes);
                    });
                });
        });
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_POOL_HPP
