// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_WINNER_GRADIENT_HPP
#define INLAY_KERNEL_WINNER_GRADIENT_HPP
// The weight gradient of a convolution behind a 2x2 max-pooling: three of four pixels of its output
// have no gradient, so only the winners are multiplied.

#include <inlay/kernel/convolve.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The 2x2 cells of x whose first is cell k of row r, for every r and k that a tap starts from:
/// as quads of numbers, so that each channel can pick the cell of its winner.
struct QuadMap {
    std::size_t rows, quads, pitch;

    constexpr std::size_t size() const { return rows * pitch; }
};

constexpr QuadMap quad_map(const Convolution& c) {
    const std::size_t quads = (c.width + c.kernel_width - 2) * c.in_channels;
    return {c.height + c.kernel_height - 2, quads, divided_up(quads, 16) * 16 * 4};
}

/// Channels whose winners are gathered at a time, so that they stay in L1: a line of memory each.
inline constexpr std::size_t winner_channels = 16;

/// Numbers of memory for the quads of an example, then gradients and choices of some channels.
constexpr std::size_t winner_scratch(const Convolution& c) {
    return quad_map(c).size() + 2 * (c.height / 2) * (c.width / 2) * winner_channels;
}

/// to[r][k] = x[r][k], x[r][k + in], x[r + 1][k], x[r + 1][k + in]
template <Convolution c, class Scalar>
INLAY_NOINLINE void make_quads(const Scalar* x, Scalar* to) {
    constexpr QuadMap quads = quad_map(c);
    x += c.in_start;
    for (std::size_t r = 0; r < quads.rows; ++r, x += c.in_pitch, to += quads.pitch) {
        simd::for_each_pack<Scalar>(quads.quads, [&](std::size_t k, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const below = x + c.in_pitch;
            simd::store_quads(to + 4 * k, simd::load_some(x + k, some),
                              simd::load_some(x + k + c.in_channels, some),
                              simd::load_some(below + k, some),
                              simd::load_some(below + k + c.in_channels, some));
        });
    }
}

/// The taps of a register tile, as rows of the kernel and taps of each, and its vectors.
struct WinnerTile {
    std::size_t kernel_rows = 1, taps = 1, vectors = 1;
};

/// The least time, from the cost of one window in quarters of a cycle: a load takes two, a
/// multiply-add and its permutation three, the latency of a sum 16, the loop two.
template <class Scalar>
constexpr WinnerTile choose_winner_tile(const Convolution& c) {
    const std::size_t vectors = divided_up(c.channels, simd::Pack<Scalar>::lanes);
    WinnerTile best;
    std::size_t least = ~std::size_t{0};
    for (std::size_t v = 1; v <= 2 && v <= vectors; ++v) {
        // Besides the sums, each vector has its gradient and its winner; one register is the quad.
        constexpr std::size_t left = simd::registers::count - 1 - simd::registers::taken_by_pick;
        const std::size_t limit = (left - 2 * v) / v;
        const std::size_t most = limit < 14 ? limit : 14;
        for (std::size_t h = 1; h <= c.kernel_height; ++h) {
            for (std::size_t t = 1; t <= c.row_taps() && h * t <= most; ++t) {
                const std::size_t loads = 2 * (h * t + 2 * v), sums = 3 * h * t * v;
                const std::size_t window = loads < sums ? sums : loads;
                const std::size_t time = (2 + (window < 16 ? 16 : window)) *
                                         divided_up(c.kernel_height, h) *
                                         divided_up(c.row_taps(), t) * divided_up(vectors, v);
                if (time < least) {
                    least = time;
                    best = {h, t, v};
                }
            }
        }
    }
    return best;
}

/// The lanes of vector v of some columns.
template <std::size_t Columns, class Scalar>
constexpr int lanes_of(std::size_t v) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    return static_cast<int>(Columns - v * lanes < lanes ? Columns - v * lanes : lanes);
}

/// The winners of an example as the sums below read them, for Columns channels from where the
/// pointers say, and those of one register v after the other:
///
///     to[v][window][0][o] = f'(y) dy[window][o]      to[v][window][1][o] = choice of the winner
template <Map out, class Activation, std::size_t Columns, class Scalar>
INLAY_INLINE void gather_winners(const Scalar* y, const Scalar* dy, const Scalar* winners,
                                 Scalar* to) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, vectors = divided_up(Columns, lanes);
    constexpr std::size_t stretch = 2 * out.height() * out.width() * lanes;
    for (std::size_t p = 0; p < out.height(); ++p) {
        for (std::size_t q = 0; q < out.width(); ++q, winners += out.channels()) {
            const std::size_t from = out.row(p) + q * out.pixel();
            simd::unroll<vectors>([&](auto v) INLAY_INLINE_LAMBDA {
                constexpr int some = lanes_of<Columns, Scalar>(v);
                const auto gradient =
                    Activation::gradient(simd::load_some(y + from + v * lanes, some),
                                         simd::load_some(dy + from + v * lanes, some));
                const auto number = simd::load_some(winners + v * lanes, some);
                simd::store(to + v * stretch, gradient);
                simd::store(to + v * stretch + lanes, simd::choices(number));
            });
            to += 2 * lanes;
        }
    }
}

/// One register tile of the sums below over some windows, a chain: Rows x Taps taps, Columns
/// channels, from where the pointers say. finish(i, v, sum) takes what tap i has in vector v.
template <Convolution c, std::size_t Rows, std::size_t Taps, std::size_t Columns, class Scalar,
          class Finish>
INLAY_INLINE void winner_chain(const Scalar* quads, const Scalar* winners, std::size_t rows,
                               std::size_t columns, Finish&& finish) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t lanes = Pack::lanes, vectors = divided_up(Columns, lanes);
    constexpr std::size_t pitch = quad_map(c).pitch;
    constexpr std::size_t stretch = 2 * (c.height / 2) * (c.width / 2) * lanes;
    Pack sum[Rows * Taps][vectors];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows * Taps; ++i)
#pragma GCC unroll 2
        for (std::size_t v = 0; v < vectors; ++v) sum[i][v] = simd::zero<Scalar>();
    for (std::size_t p = 0; p < rows; ++p) {
        const Scalar* quad = quads + 2 * p * pitch;
        const Scalar* winner = winners + p * (c.width / 2) * 2 * lanes;
        for (std::size_t q = 0; q < columns; ++q) {
            // Each window loads its own quads: see contract_tile.
            asm("" : "+r"(quad));
            Pack share[vectors], choice[vectors];
#pragma GCC unroll 2
            for (std::size_t v = 0; v < vectors; ++v) {
                share[v] = simd::load(winner + v * stretch);
                choice[v] = simd::load(winner + v * stretch + lanes);
                simd::pin(share[v]);
                simd::pin(choice[v]);
            }
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Rows * Taps; ++i) {
                const auto four = simd::load_quad(quad + i / Taps * pitch + i % Taps * 4);
#pragma GCC unroll 2
                for (std::size_t v = 0; v < vectors; ++v)
                    sum[i][v] = simd::fma(simd::pick(four, choice[v]), share[v], sum[i][v]);
            }
            quad += 8 * c.in_channels, winner += 2 * lanes;
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows * Taps; ++i)
#pragma GCC unroll 2
        for (std::size_t v = 0; v < vectors; ++v) finish(i, v, sum[i][v]);
}

/// The whole sums of the tile, added to `gradient`.
template <Convolution c, std::size_t Rows, std::size_t Taps, std::size_t Columns, class Scalar>
INLAY_INLINE void winner_tile(const Scalar* quads, const Scalar* winners, Scalar* gradient) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, vectors = divided_up(Columns, lanes);
    constexpr Chains windows{c.height / 2, c.width / 2};
    const auto add = [&](std::size_t i, std::size_t v, auto sum) INLAY_INLINE_LAMBDA {
        const int some = lanes_of<Columns, Scalar>(v);
        Scalar* const to = gradient + (i / Taps * c.row_taps() + i % Taps) * c.channels + v * lanes;
        simd::store_some(to, simd::add(simd::load_some(to, some), sum), some);
    };
    if constexpr (windows.one()) {
        winner_chain<c, Rows, Taps, Columns>(quads, winners, windows.rows, windows.columns, add);
    } else {
        PairwiseSums<Scalar, windows.count(), Rows * Taps * vectors> sums;
        for_each_chain(windows, [&](std::size_t row, std::size_t rows, std::size_t column,
                                    std::size_t columns) INLAY_INLINE_LAMBDA {
            winner_chain<c, Rows, Taps, Columns>(
                quads + 2 * row * quad_map(c).pitch + 8 * c.in_channels * column,
                winners + (row * windows.columns + column) * 2 * lanes, rows, columns,
                [&](std::size_t i, std::size_t v, auto sum)
                    INLAY_INLINE_LAMBDA { sums.take(i * vectors + v, sum); });
            sums.next();
        });
        for (std::size_t i = 0; i < Rows * Taps; ++i)
            for (std::size_t v = 0; v < vectors; ++v) add(i, v, sums.total(i * vectors + v));
    }
}

/// dw[h][w][c][o] += sum_p sum_q f'(y) dy[p][q][o] x[2 p + h + i][2 q + w + j][c]
///
/// with (i, j) the cell of window (p, q) that won channel o; the sum of places.hpp over the windows
/// of the example, then added. All for Columns channels.
template <Convolution c, std::size_t Columns, class Scalar>
INLAY_INLINE void winner_weight_gradient(const Scalar* quads, const Scalar* winners,
                                         Scalar* gradient) {
    constexpr WinnerTile tile = choose_winner_tile<Scalar>(c);
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for_each_block<c.kernel_height, tile.kernel_rows>(
                [&](auto rows, std::size_t h) INLAY_INLINE_LAMBDA {
                    for_each_block<c.row_taps(), tile.taps>(
                        [&](auto taps, std::size_t t) INLAY_INLINE_LAMBDA {
                            winner_tile<c, rows, taps, columns>(
                                quads + h * quad_map(c).pitch + 4 * t,
                                winners + 2 * (c.height / 2) * (c.width / 2) * o,
                                gradient + (h * c.row_taps() + t) * c.channels + o);
                        });
                });
        });
}

/// dw and, where there is a bias, db behind it, example by example; `scratch` has room for
/// winner_scratch(c) numbers.
template <Convolution c, Map out, class Activation, bool bias, class Scalar>
INLAY_NOINLINE void convolve_winner_gradient(const Scalar* x, const Scalar* y, const Scalar* dy,
                                             const Scalar* winners, Scalar* gradient,
                                             Scalar* scratch, std::size_t count) {
    static_assert(c.down == 1 && c.across == 1 && c.even_runs(),
                  "windows of neighbours need strides of one, and taps side by side");
    constexpr std::size_t together = winner_channels / simd::Pack<Scalar>::lanes;
    Scalar* const gathered = scratch + quad_map(c).size();
    if constexpr (bias) sum_gradients<out, Activation>(y, dy, gradient + c.kernel_count(), count);
    for (std::size_t n = 0; n < count; ++n) {
        make_quads<c>(x, scratch);
        for_each_panel<Scalar, c.channels, together>(
            [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
                gather_winners<out, Activation, columns>(y + o, dy + o, winners + o, gathered);
                winner_weight_gradient<c, columns>(scratch, gathered, gradient + o);
            });
        x += c.in_size, y += out.size(), dy += out.size(), winners += out.elements();
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_WINNER_GRADIENT_HPP
