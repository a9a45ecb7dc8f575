// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_WINOGRAD_HPP
#define INLAY_KERNEL_WINOGRAD_HPP
// Convolutions by Winograd's F(M x M, R x R), forward: the N N numbers of all transformed tiles
// are N N matrices [tile][channel], each multiplied by its own plane of the transformed kernel.
//
// Planes are written and read side by side, so they must not lie a multiple of 4 KB apart: one set
// of the L1 cache would take them all. Rows of planes are padded by zeros to whole cache lines;
// what is padded takes part in sums and is never stored.

#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/crew.hpp>
#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/winograd_transform.hpp>
#include <inlay/kernel/winograd_weights.hpp>
#include <inlay/shape/map.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// What a convolution by tiles of M x M outputs needs to know besides.
struct WinogradExtents {
    std::size_t planes, high, wide;  ///< N N; the tiles of an example
    std::size_t in_row, row;         ///< from one tile to the next, of in_channels and of channels
    std::size_t chain;               ///< examples whose tiles make one chain of a weight gradient
    std::size_t group;               ///< examples at once, a multiple of them
    bool in_panels;                  ///< they lie in panels, each of which meets a whole group
    std::size_t block;               ///< output channels whose products wait to be transformed back

    constexpr std::size_t tiles() const { return high * wide; }
};

constexpr WinogradExtents winograd_extents(const Convolution& c, std::size_t m) {
    const std::size_t n = m + c.kernel_height - 1;
    WinogradExtents e{n * n,
                      divided_up(c.height, m),
                      divided_up(c.width, m),
                      padded_row(c.in_channels),
                      padded_row(c.channels),
                      1,
                      0,
                      many_weights(c.in_channels, c.channels),
                      32};
    // A sum over too few tiles goes through memory too often, one over too many loses digits.
    while (e.chain < 8 && e.chain * e.tiles() < 16) e.chain *= 2;
    // Groups stay in the cache beside a block; those that many weights are fetched for are larger.
    const std::size_t numbers = e.planes * e.tiles() * (e.in_row + (e.in_panels ? 0 : e.row));
    const std::size_t most = e.in_panels ? 32 : 8;
    const std::size_t room = std::size_t{1} << (e.in_panels ? 20 : 18);
    do e.group += e.chain;
    while (e.group < most && (e.group + e.chain) * numbers <= room);
    if (e.in_panels) e.block = e.row < 128 ? e.row : 128;
    return e;
}

/// Numbers of scratch for the forward pass of `examples` examples: V and a block of products.
constexpr std::size_t winograd_scratch(const Convolution& c, std::size_t m, std::size_t examples) {
    const WinogradExtents e = winograd_extents(c, m);
    const std::size_t tiles = e.tiles() * (examples < e.group ? examples : e.group);
    return e.planes * (padded_plane(tiles * e.in_row) + padded_plane(tiles * e.block));
}

/// The places of one example's tiles in a map of `channels`: tile (p, q) begins M p rows and M q
/// cells behind the first one.
struct TileMap {
    std::size_t high, wide, pitch, cell, channels;  ///< elements from row to row, cell to cell
    std::size_t height, width;                      ///< outputs of tiles beyond are none
};

/// Calls body(p, q, c, some) for each tile and pack of `channels`; `some` lanes of it are channels.
template <class Scalar, class Body>
INLAY_INLINE void for_each_tile(const TileMap& map, Body&& body) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t p = 0; p < map.high; ++p)
        for (std::size_t q = 0; q < map.wide; ++q)
            for (std::size_t c = 0; c < map.channels; c += lanes)
                body(p, q, c,
                     static_cast<int>(map.channels - c < lanes ? map.channels - c : lanes));
}

/// v[k][tile][c] = (B^T x B)[k]                     for the N x N window of x of every tile
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_input(const Scalar* x, const TileMap& map, Scalar* v, std::size_t row,
                                   std::size_t plane) {
    constexpr std::size_t n = M + R - 1, lanes = simd::Pack<Scalar>::lanes;
    for_each_tile<Scalar>(map, [&](std::size_t p, std::size_t q, std::size_t c,
                                   int some) INLAY_INLINE_LAMBDA {
        const Scalar* from = x + p * M * map.pitch + q * M * map.cell + c;
        std::size_t down = map.pitch, across = map.cell;
        Scalar window[n * n * lanes];
        if (some < static_cast<int>(lanes)) {
            gather_channels<n, n>(from, down, across, 1, static_cast<std::size_t>(some), window);
            from = window;
            down = n * lanes;
            across = lanes;
        }
        Scalar* const to = v + (p * map.wide + q) * row + c;
        transform<InputMatrix<M, R>, Scalar>(
            [&](auto k, std::size_t l)
                INLAY_INLINE_LAMBDA { return simd::load(from + k * down + l * across); },
            [&](std::size_t i, auto j, auto value)
                INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
    });
}

/// to[n][tile][o] = sum_c a[n][tile][c] b[c][o]              one chain over c for each output
template <std::size_t Tiles, std::size_t Taps, std::size_t Columns, class Scalar>
INLAY_NOINLINE void winograd_multiply(const Scalar* a, const Scalar* b, std::size_t b_tap,
                                      Scalar* to, std::size_t to_row, std::size_t examples) {
    constexpr Tile tile = choose_tile<Scalar>(Tiles, Columns);
    constexpr std::size_t a_row = padded_row(Taps), lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t n = 0; n < examples; ++n) {
                for_each_block<Tiles, tile.rows>([&](auto rows, std::size_t t) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = a + (n * Tiles + t) * a_row,
                                                  .b = b + o,
                                                  .runs = 1,
                                                  .taps = Taps,
                                                  .a_run = 0,
                                                  .a_tap = 1,
                                                  .a_row = a_row,
                                                  .b_run = 0,
                                                  .b_tap = b_tap};
                    Scalar* const at = to + (n * Tiles + t) * to_row + o;
                    contract_tile<rows, columns>(
                        factors,
                        [](std::size_t, std::size_t, int)
                            INLAY_INLINE_LAMBDA { return simd::zero<Scalar>(); },
                        [&](std::size_t i, std::size_t v, int, auto sum)
                            INLAY_INLINE_LAMBDA { simd::store(at + i * to_row + v * lanes, sum); });
                });
            }
        });
}

/// to[t][o] = sum_c a[t][c] b[c][o]              likewise, b in `panels` panels of a tile's width
///
/// What is padding beyond a row of `to_row` numbers is not stored.
template <Tile tile, std::size_t Taps, class Scalar>
INLAY_NOINLINE void multiply_by_panels(const Scalar* a, std::size_t rows, const Scalar* b,
                                       std::size_t panels, Scalar* to, std::size_t to_row) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, width = tile.vectors * lanes;
    constexpr std::size_t a_row = padded_row(Taps);
    for (std::size_t k = 0; k < panels; ++k, b += Taps * width)
        for_each_block<tile.rows>(rows, [&](auto size, std::size_t t) INLAY_INLINE_LAMBDA {
            const Factors<Scalar> factors{.a = a + t * a_row,
                                          .b = b,
                                          .runs = 1,
                                          .taps = Taps,
                                          .a_run = 0,
                                          .a_tap = 1,
                                          .a_row = a_row,
                                          .b_run = 0,
                                          .b_tap = width};
            contract_tile<size, width>(
                factors,
                [](std::size_t, std::size_t, int)
                    INLAY_INLINE_LAMBDA { return simd::zero<Scalar>(); },
                [&](std::size_t i, std::size_t v, int, auto sum) INLAY_INLINE_LAMBDA {
                    const std::size_t o = k * width + v * lanes;
                    if (o < to_row) simd::store(to + (t + i) * to_row + o, sum);
                });
        });
}

/// y[p][q][o] = f(b[o] + (A^T m A)[p % M][q % M])            of the tiles of example `number`
template <std::size_t M, std::size_t R, class Epilogue, class Scalar>
INLAY_NOINLINE void winograd_output(const Scalar* m, std::size_t row, std::size_t plane,
                                    const TileMap& map, const Scalar* bias, Scalar* y,
                                    std::size_t number, Epilogue epilogue) {
    constexpr std::size_t n = M + R - 1;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = m + (p * map.wide + q) * row + o;
            Scalar* const to = y + p * M * map.pitch + q * M * map.cell + o;
            const auto offset = bias ? simd::load_some(bias + o, some) : simd::zero<Scalar>();
            transform<Transposed<OutputMatrix<M, R>>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(from + (k * n + l) * plane); },
                [&](std::size_t i, auto j, auto value) INLAY_INLINE_LAMBDA {
                    const Place place{number, p * M + i, q * M + j, o, some};
                    if (place.row < map.height && place.column < map.width)
                        simd::store_some(to + i * map.pitch + j * map.cell,
                                         epilogue(simd::add(value, offset), place), some);
                });
        });
}

/// y[p][q][o] = the largest f(b[o] + A^T m A) of a 2 x 2 window, winners[p][q][o] = its first place
///
/// A tile is M / 2 by M / 2 windows; map.height and map.width are those of y.
template <std::size_t M, std::size_t R, class Activation, class Scalar>
INLAY_NOINLINE void winograd_maximum(const Scalar* m, std::size_t row, std::size_t plane,
                                     const TileMap& map, const Scalar* bias, Scalar* y,
                                     Scalar* winners, std::size_t winners_cell) {
    constexpr std::size_t n = M + R - 1, windows = M / 2;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = m + (p * map.wide + q) * row + o;
            const auto offset = bias ? simd::load_some(bias + o, some) : simd::zero<Scalar>();
            simd::Pack<Scalar> top[windows], place[windows];
            simd::unroll<windows>(
                [&](auto w) INLAY_INLINE_LAMBDA { top[w] = place[w] = simd::zero<Scalar>(); });
            transform<Transposed<OutputMatrix<M, R>>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(from + (k * n + l) * plane); },
                [&](std::size_t i, auto j, auto sum) INLAY_INLINE_LAMBDA {
                    constexpr std::size_t w = j / 2;
                    const auto value = Activation::value(simd::add(sum, offset));
                    const std::size_t number = i % 2 * 2 + j % 2;
                    if (number == 0) {
                        top[w] = value;
                        place[w] = simd::zero<Scalar>();
                        return;
                    }
                    const auto wins = simd::exceeds(value, top[w]);
                    place[w] =
                        simd::select(wins, simd::broadcast(static_cast<Scalar>(number)), place[w]);
                    top[w] = simd::select(wins, value, top[w]);
                    const std::size_t down = p * windows + i / 2, across = q * windows + w;
                    if (number != 3 || down >= map.height || across >= map.width) return;
                    simd::store_some(y + down * map.pitch + across * map.cell + o, top[w], some);
                    if (winners)
                        simd::store_some(winners + (down * map.width + across) * winners_cell + o,
                                         place[w], some);
                });
        });
}

/// m[k] = V[k] U[k] for `count` examples, group by group and block of output channels by block, and
/// what is to become of it: finish(example, m, plane, first channel, channels).
template <Convolution c, std::size_t M, class Scalar, class Finish>
INLAY_INLINE void winograd_products(const Scalar* x, const Scalar* u, std::size_t count,
                                    Scalar* scratch, [[maybe_unused]] const Crew* crew,
                                    Finish&& finish) {
    constexpr std::size_t R = c.kernel_height, lanes = simd::Pack<Scalar>::lanes;
    static_assert(c.kernel_width == R && c.down == 1 && c.across == 1,
                  "Winograd's tiles are square and move by one");
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high, e.wide, c.in_pitch, c.in_pixel(), c.in_channels, 0, 0};
    constexpr PlaneLayout<Scalar> layout(c.in_channels, c.channels);
    constexpr std::size_t u_plane = layout.plane();
    constexpr std::size_t planes = e.planes, tiles = e.tiles(), block = e.block;
    const std::size_t group = count < e.group ? count : e.group;
    const std::size_t v_plane = padded_plane(group * tiles * e.in_row);
    const std::size_t m_plane = padded_plane(group * tiles * block);
    Scalar* const v = scratch;
    Scalar* const m = v + planes * v_plane;
    for (std::size_t n = 0; n < count; n += e.group) {
        const std::size_t some = count - n < e.group ? count - n : e.group;
        const auto transform = [&](std::size_t from, std::size_t channels) INLAY_INLINE_LAMBDA {
            const TileMap part{map.high, map.wide, map.pitch, map.cell, channels, 0, 0};
            for (std::size_t k = 0; k < some; ++k)
                winograd_input<M, R>(x + (n + k) * c.in_size + c.in_start + from, part,
                                     v + k * tiles * e.in_row + from, e.in_row, v_plane);
        };
        if constexpr (e.in_panels) {
            constexpr std::size_t width = layout.width, panels = layout.columns / width;
            static_assert(block >= width, "inlay: a block holds one panel at least");
            const double adds = static_cast<double>(some * planes * tiles * c.in_channels);
            // A task transforms some channels of the input.
            constexpr std::size_t unit = 4 * lanes, units = divided_up(c.in_channels, unit);
            const std::size_t cuts = crew ? crew->parts(units, 4 * adds) : 1;
            share(crew, cuts, [&](std::size_t task, std::size_t) {
                const std::size_t from = units * task / cuts * unit;
                const std::size_t end = units * (task + 1) / cuts * unit;
                transform(from, (end < c.in_channels ? end : c.in_channels) - from);
            });
            // A task makes some channels of the output: a block, or less of it for each worker.
            std::size_t together = block / width;
            if (crew) {
                const std::size_t parts = crew->parts(panels, adds * c.channels);
                if (parts > 1 && divided_up(panels, crew->workers) < together)
                    together = divided_up(panels, crew->workers);
            }
            share(crew, divided_up(panels, together), [&](std::size_t task, std::size_t worker) {
                const std::size_t first = task * together, o = first * width;
                const std::size_t mine = panels - first < together ? panels - first : together;
                Scalar* const own = worker == 0 ? m : m + worker * crew->apart;
                for (std::size_t k = 0; k < planes; ++k)
                    multiply_by_panels<panel_tile<Scalar>(c.channels), c.in_channels>(
                        v + k * v_plane, some * tiles, u + k * u_plane + layout.at(0, o), mine,
                        own + k * m_plane, block);
                const std::size_t channels =
                    c.channels - o < mine * width ? c.channels - o : mine * width;
                for (std::size_t k = 0; k < some; ++k)
                    finish(n + k, own + k * tiles * block, m_plane, o, channels);
            });
            continue;
        }
        transform(0, c.in_channels);
        const auto run = [&](auto channels, std::size_t o) INLAY_INLINE_LAMBDA {
            constexpr std::size_t columns = divided_up(channels, lanes) * lanes;
            for (std::size_t k = 0; k < planes; ++k)
                winograd_multiply<tiles, c.in_channels, columns>(v + k * v_plane,
                                                                 u + k * u_plane + o, layout.width,
                                                                 m + k * m_plane, block, some);
            for (std::size_t k = 0; k < some; ++k)
                finish(n + k, m + k * tiles * block, m_plane, o, channels);
        };
        constexpr std::size_t rest = c.channels % block;
        std::size_t o = 0;
        for (; o + block <= c.channels; o += block) run(Size<block>{}, o);
        if constexpr (rest != 0) run(Size<rest>{}, o);
    }
}

/// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p + h][q + w][c] w[h][w][c][o])
///
/// as `convolve`, from u = G w G^T. Tiles at the lower and the right edge may reach M - 1 cells
/// beyond what a direct sum reads: the border of x holds them. `bias` may be null.
template <Convolution c, std::size_t M, class Epilogue, class Scalar>
INLAY_NOINLINE void winograd_convolve(const Scalar* x, const Scalar* u, const Scalar* bias,
                                      Scalar* y, std::size_t count, Scalar* scratch,
                                      const Crew* crew, Epilogue epilogue) {
    constexpr WinogradExtents e = winograd_extents(c, M);
    winograd_products<c, M>(
        x, u, count, scratch, crew,
        [&](std::size_t n, const Scalar* m, std::size_t plane, std::size_t o, std::size_t channels)
            INLAY_INLINE_LAMBDA {
                const TileMap map{e.high,   e.wide,   c.out_pitch, c.out_pixel(),
                                  channels, c.height, c.width};
                winograd_output<M, c.kernel_height>(
                    m, e.block, plane, map, bias ? bias + o : nullptr,
                    y + n * c.out_size + c.out_start + o, n, epilogue.from_channel(o));
            });
}

/// y[p][q][o] = max over the cells (h, w) of a 2 x 2 window of f(z[2 p + h][2 q + w][o])
///
/// as `convolve_max_pool`, z being what `winograd_convolve` makes: tiles are whole windows.
template <Convolution c, std::size_t M, Map out, class Activation, class Scalar>
INLAY_NOINLINE void winograd_convolve_max_pool(const Scalar* x, const Scalar* u, const Scalar* bias,
                                               Scalar* y, Scalar* winners, std::size_t count,
                                               Scalar* scratch, const Crew* crew) {
    static_assert(M % 2 == 0 && c.height == 2 * out.height() && c.width == 2 * out.width(),
                  "windows must not be parted");
    constexpr WinogradExtents e = winograd_extents(c, M);
    winograd_products<c, M>(
        x, u, count, scratch, crew,
        [&](std::size_t n, const Scalar* m, std::size_t plane, std::size_t o, std::size_t channels)
            INLAY_INLINE_LAMBDA {
                const TileMap map{e.high,   e.wide,       out.pitch(), out.pixel(),
                                  channels, out.height(), out.width()};
                winograd_maximum<M, c.kernel_height, Activation>(
                    m, e.block, plane, map, bias ? bias + o : nullptr,
                    y + n * out.size() + out.origin() + o,
                    winners ? winners + n * out.elements() + o : nullptr, c.channels);
            });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_WINOGRAD_HPP
