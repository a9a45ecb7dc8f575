// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_POOL_HPP
#define INLAY_KERNEL_POOL_HPP
// Pooling over windows of an image, one pack of channels at a time: Windows, or EvenWindows, which
// tell the cells of each place likewise.

#include <inlay/kernel/places.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The cells that a window covers at a place, of an image or a volume.
struct Cells {
    Span depth, height, width;

    constexpr std::size_t rows() const {
        return (depth.end - depth.begin) * (height.end - height.begin);
    }
    constexpr std::size_t columns() const { return width.end - width.begin; }

    /// Elements from the start of an example to column q of row r of the window.
    template <Map in>
    INLAY_INLINE constexpr std::size_t at(std::size_t r, std::size_t q) const {
        const std::size_t column = (width.begin + q) * in.pixel();
        if constexpr (in.depth() == 1)
            return in.origin() + (height.begin + r) * in.pitch() + column;
        const std::size_t high = height.end - height.begin;
        return in.origin() + (depth.begin + r / high) * in.plane() +
               (height.begin + r % high) * in.pitch() + column;
    }
};

/// Calls body(place, cells) for every place of the window: where its output cell lies, and the
/// cells it covers.
template <Map in, Map out, auto window, class Body>
INLAY_INLINE void for_each_window(Body&& body) {
    for (std::size_t d = 0; d < out.depth(); ++d)
        for (std::size_t p = 0; p < out.height(); ++p)
            for (std::size_t q = 0; q < out.width(); ++q)
                body(out.row(d * out.height() + p) + q * out.pixel(),
                     Cells{window.depth.covered(in.depth(), d),
                           window.height.covered(in.height(), p),
                           window.width.covered(in.width(), q)});
}

/// Calls body(offset) for the cells of a window in row order.
template <Map in, class Body>
INLAY_INLINE void for_each_cell(const Cells& cells, Body&& body) {
    for (std::size_t r = 0; r < cells.rows(); ++r)
        for (std::size_t q = 0; q < cells.columns(); ++q) body(cells.template at<in>(r, q));
}

/// y[p][q][c] = the largest x of the window, or NaN where it holds one; cells of padding never win
template <Map in, Map out, auto window, class Scalar>
INLAY_NOINLINE void max_pool(const Scalar* x, Scalar* y, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_window<in, out, window>(
            [&](std::size_t to, const Cells& cells) INLAY_INLINE_LAMBDA {
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto best = simd::load_some(x + cells.template at<in>(0, 0) + c, lanes);
                        for_each_cell<in>(cells, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
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
template <Map in, Map out, auto window, bool accumulate, class Scalar>
INLAY_NOINLINE void max_pool_gradient(const Scalar* x, const Scalar* y, const Scalar* dy,
                                      Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        for_each_window<in, out, window>([&](std::size_t from,
                                             const Cells& cells) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto best = simd::load_some(y + from + c, lanes);
                    const auto zero = simd::zero<Scalar>();
                    auto rest = simd::load_some(dy + from + c, lanes);  // not yet given to a cell
                    for_each_cell<in>(cells, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
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

/// dx[cell][c] (+)= dy[c] / n at each of the n cells of the input where x equals y or is NaN, as y
/// then is; 0 at all others
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void largest_gradient(const Scalar* x, const Scalar* y, const Scalar* dy, Scalar* dx,
                                     std::size_t count) {
    constexpr Cells all{{0, in.depth()}, {0, in.height()}, {0, in.width()}};
    const auto zero = simd::zero<Scalar>(), one = simd::broadcast(Scalar{1});
    for (std::size_t n = 0; n < count; ++n) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto best = simd::load_some(y + out.origin() + c, lanes);
            const auto wins = [&](std::size_t cell) INLAY_INLINE_LAMBDA {  // 1 or 0
                const auto value = simd::load_some(x + cell + c, lanes);
                return simd::select(simd::equal(value, value),
                                    simd::select(simd::equal(value, best), one, zero), one);
            };
            auto winners = zero;
            for_each_cell<in>(all, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                winners = simd::add(winners, wins(cell));
            });
            const auto share = simd::div(simd::load_some(dy + out.origin() + c, lanes), winners);
            for_each_cell<in>(all, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                auto given = simd::mul(wins(cell), share);
                if (accumulate) given = simd::add(simd::load_some(dx + cell + c, lanes), given);
                simd::store_some(dx + cell + c, given, lanes);
            });
        });
        x += in.size(), y += out.size(), dy += out.size(), dx += in.size();
    }
}

/// y[p][q][c] = mean of x over the cells of the window that lie inside the image
template <Map in, Map out, auto window, class Scalar>
INLAY_NOINLINE void average_pool(const Scalar* x, Scalar* y, std::size_t count) {
    constexpr Chains most{window.depth.most(in.depth()) * window.height.most(in.height()),
                          window.width.most(in.width())};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_window<in, out, window>([&](std::size_t to,
                                             const Cells& cells) INLAY_INLINE_LAMBDA {
            const Chains places{cells.rows(), cells.columns()};
            const auto share =
                simd::broadcast(Scalar{1} / static_cast<Scalar>(places.rows * places.columns));
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto sum = sum_places<Scalar, most>(
                        places, [&](auto chain, std::size_t r, std::size_t q) INLAY_INLINE_LAMBDA {
                            const Scalar* const cell = x + cells.template at<in>(r, q) + c;
                            return simd::add(chain, simd::load_some(cell, lanes));
                        });
                    simd::store_some(y + to + c, simd::mul(sum, share), lanes);
                });
        });
    }
}

/// dx[cell] += dy[p][q][c] / cells for every cell of the window
template <Map in, Map out, auto window, bool accumulate, class Scalar>
INLAY_NOINLINE void average_pool_gradient(const Scalar* dy, Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dy += out.size(), dx += in.size()) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        for_each_window<in, out, window>([&](std::size_t from,
                                             const Cells& cells) INLAY_INLINE_LAMBDA {
            const auto scale =
                simd::broadcast(Scalar{1} / static_cast<Scalar>(cells.rows() * cells.columns()));
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto share = simd::mul(simd::load_some(dy + from + c, lanes), scale);
                    for_each_cell<in>(cells, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
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
