// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_WINOGRAD_BACKWARD_HPP
#define INLAY_KERNEL_WINOGRAD_BACKWARD_HPP
// Convolutions by Winograd's F(M x M, R x R), backward: the adjoints of the forward transforms, so
// that there are no more tiles, and none larger, than forward.

#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/winograd.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Numbers of scratch for the backward pass of `examples` examples: V, D and the sums dU.
constexpr std::size_t winograd_backward_scratch(const Convolution& c, std::size_t m,
                                                std::size_t examples) {
    const WinogradExtents e = winograd_extents(c, m);
    const std::size_t tiles = e.tiles() * (examples < e.group ? examples : e.group);
    return e.planes * (padded_plane(tiles * e.in_row) + padded_plane(tiles * e.row) +
                       padded_plane(c.in_channels * e.row));
}

/// Numbers of scratch for either pass, also where a fused pooling leaves out the last row or
/// column.
constexpr std::size_t winograd_scratch(const Convolution& c, std::size_t m, bool training,
                                       std::size_t examples) {
    std::size_t most = 0;
    for (std::size_t left_out = 0; left_out < 2; ++left_out) {
        Convolution covered = c;
        if (c.height > 1) covered.height -= left_out;
        if (c.width > 1) covered.width -= left_out;
        const std::size_t count = training ? winograd_backward_scratch(covered, m, examples)
                                           : winograd_scratch(covered, m, examples);
        if (count > most) most = count;
    }
    return most;
}

/// d[k][tile][o] = (A dy A^T)[k]              for the M x M outputs of every tile, 0 beyond the map
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_spread(const Scalar* dy, const TileMap& map, Scalar* d,
                                    std::size_t row, std::size_t plane) {
    constexpr std::size_t n = M + R - 1;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = dy + p * M * map.pitch + q * M * map.cell + o;
            Scalar* const to = d + (p * map.wide + q) * row + o;
            transform<OutputMatrix<M, R>, Scalar>(
                [&](auto k, std::size_t l) INLAY_INLINE_LAMBDA {
                    return p * M + k < map.height && q * M + l < map.width
                               ? simd::load_some(from + k * map.pitch + l * map.cell, some)
                               : simd::zero<Scalar>();
                },
                [&](std::size_t i, auto j, auto value)
                    INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
        });
}

/// d[k][tile][o] = (A dz A^T)[k]      dz[h][w] = cell (h, w) of its 2 x 2 window won ? f'(y) dy : 0
template <std::size_t M, std::size_t R, class Activation, class Scalar>
INLAY_NOINLINE void winograd_spread_winners(const Scalar* y, const Scalar* dy,
                                            const Scalar* winners, const TileMap& map, Scalar* d,
                                            std::size_t row, std::size_t plane) {
    constexpr std::size_t n = M + R - 1, windows = M / 2;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            simd::Pack<Scalar> gradient[windows][windows], winner[windows][windows];
            simd::unroll<windows>([&](auto i) INLAY_INLINE_LAMBDA {
                simd::unroll<windows>([&](auto j) INLAY_INLINE_LAMBDA {
                    const std::size_t down = p * windows + i, across = q * windows + j;
                    gradient[i][j] = winner[i][j] = simd::zero<Scalar>();
                    if (down >= map.height || across >= map.width) return;
                    const std::size_t from = down * map.pitch + across * map.cell + o;
                    gradient[i][j] = Activation::gradient(simd::load_some(y + from, some),
                                                          simd::load_some(dy + from, some));
                    winner[i][j] = simd::load_some(
                        winners + (down * map.width + across) * map.channels + o, some);
                });
            });
            Scalar* const to = d + (p * map.wide + q) * row + o;
            transform<OutputMatrix<M, R>, Scalar>(
                [&](auto k, std::size_t l) INLAY_INLINE_LAMBDA {
                    const auto number = simd::broadcast(static_cast<Scalar>(k % 2 * 2 + l % 2));
                    return simd::select(simd::equal(winner[k / 2][l / 2], number),
                                        gradient[k / 2][l / 2], simd::zero<Scalar>());
                },
                [&](std::size_t i, auto j, auto value)
                    INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
        });
}

/// du[c][o] (+)= sum_t v[t][c] d[t][o]              over each `chain` tiles, then added
///
/// a chain, or where an example has many tiles (`chain` then) the sum of places.hpp over them
template <std::size_t Rows, std::size_t Columns, Chains places, class Scalar>
INLAY_NOINLINE void winograd_sum_weights(const Scalar* v, const Scalar* d, Scalar* du,
                                         std::size_t tiles, std::size_t chain, bool accumulate) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, row = padded_row(Columns);
    constexpr std::size_t columns_in_packs = divided_up(Columns, lanes) * lanes;
    constexpr Tile tile = choose_tile<Scalar>(Rows, columns_in_packs);
    for (std::size_t t = 0; t < tiles; t += chain) {
        const std::size_t taps = tiles - t < chain ? tiles - t : chain;
        for_each_panel<Scalar, columns_in_packs, tile.vectors>(
            [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
                for_each_block<Rows, tile.rows>([&](auto rows, std::size_t c) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = v + t * padded_row(Rows) + c,
                                                  .b = d + t * row + o,
                                                  .runs = 1,
                                                  .taps = taps,
                                                  .a_run = places.columns * padded_row(Rows),
                                                  .a_tap = padded_row(Rows),
                                                  .a_row = 1,
                                                  .b_run = places.columns * row,
                                                  .b_tap = row};
                    Scalar* const to = du + c * row + o;
                    const auto finish = [&](std::size_t i, std::size_t k, int,
                                            auto sum) INLAY_INLINE_LAMBDA {
                        Scalar* const at = to + i * row + k * lanes;
                        simd::store(at,
                                    accumulate || t != 0 ? simd::add(simd::load(at), sum) : sum);
                    };
                    if constexpr (places.one())
                        contract_tile<rows, columns>(
                            factors,
                            [](std::size_t, std::size_t, int)
                                INLAY_INLINE_LAMBDA { return simd::zero<Scalar>(); },
                            finish);
                    else
                        contract_places<rows, columns, places>(factors, places, finish);
                });
            });
    }
}

/// dx += B m B^T                             window by window of one example, in row order of tiles
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_input_gradient(const Scalar* m, std::size_t row, std::size_t plane,
                                            const TileMap& map, Scalar* dx) {
    constexpr std::size_t n = M + R - 1;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t c, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = m + (p * map.wide + q) * row + c;
            Scalar* const to = dx + p * M * map.pitch + q * M * map.cell + c;
            transform<Transposed<InputMatrix<M, R>>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(from + (k * n + l) * plane); },
                [&](std::size_t i, auto j, auto value) INLAY_INLINE_LAMBDA {
                    Scalar* const at = to + i * map.pitch + j * map.cell;
                    simd::store_some(at, simd::add(simd::load_some(at, some), value), some);
                });
        });
}

/// dw[h][w][c][o] += (G^T du[.][c][o] G)[h][w]
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_weight_gradient(const Scalar* du, Scalar* gradient,
                                             std::size_t in_channels, std::size_t channels) {
    constexpr std::size_t n = M + R - 1;
    const std::size_t row = padded_row(channels), plane = padded_plane(in_channels * row);
    // The channels of a tile of the map that `gradient` is, a tap being a cell.
    const TileMap map{in_channels, 1, 0, 0, channels, 0, 0};
    for_each_tile<Scalar>(map, [&](std::size_t c, std::size_t, std::size_t o,
                                   int some) INLAY_INLINE_LAMBDA {
        transform<Transposed<WeightMatrix<M, R>>, Scalar>(
            [&](auto k, std::size_t l)
                INLAY_INLINE_LAMBDA { return simd::load(du + (k * n + l) * plane + c * row + o); },
            [&](std::size_t i, auto j, auto value) INLAY_INLINE_LAMBDA {
                Scalar* const at = gradient + ((i * R + j) * in_channels + c) * channels + o;
                simd::store_some(at, simd::add(simd::load_some(at, some), value), some);
            });
    });
}

/// What both backward passes share; spread(example, d, plane) makes the D of an example.
template <Convolution c, std::size_t M, bool input_gradient, bool accumulate, class Scalar,
          class Spread>
INLAY_INLINE void winograd_gradients(const Scalar* x, const Scalar* ut, Scalar* dx,
                                     Scalar* gradient, std::size_t count, Scalar* scratch,
                                     Spread&& spread) {
    constexpr std::size_t R = c.kernel_height, lanes = simd::Pack<Scalar>::lanes;
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high, e.wide, c.in_pitch, c.in_pixel(), c.in_channels, 0, 0};
    constexpr std::size_t u_plane = padded_plane(c.in_channels * e.row);
    constexpr PlaneLayout<Scalar> layout(c.channels, c.in_channels);
    constexpr std::size_t ut_plane = layout.plane();
    const std::size_t group = count < e.group ? count : e.group;
    const std::size_t v_plane = padded_plane(group * e.tiles() * e.in_row);
    const std::size_t d_plane = padded_plane(group * e.tiles() * e.row);
    Scalar* const v = scratch;
    Scalar* const d = v + e.planes * v_plane;
    Scalar* const du = d + e.planes * d_plane;
    for (std::size_t n = 0; n < count; n += e.group) {
        const std::size_t some = count - n < e.group ? count - n : e.group;
        for (std::size_t k = 0; k < some; ++k) {
            winograd_input<M, R>(x + (n + k) * c.in_size + c.in_start, map,
                                 v + k * e.tiles() * e.in_row, e.in_row, v_plane);
            spread(n + k, d + k * e.tiles() * e.row, d_plane);
        }
        for (std::size_t k = 0; k < e.planes; ++k) {
            winograd_sum_weights<c.in_channels, c.channels, Chains{e.high, e.wide}>(
                v + k * v_plane, d + k * d_plane, du + k * u_plane, some * e.tiles(),
                e.chain * e.tiles(), n != 0);
            if constexpr (input_gradient && e.in_panels)
                multiply_by_panels<panel_tile<Scalar>(c.in_channels), c.channels>(
                    d + k * d_plane, some * e.tiles(), ut + k * ut_plane,
                    layout.columns / layout.width, v + k * v_plane, e.in_row);
            else if constexpr (input_gradient)
                winograd_multiply<e.tiles(), c.channels, divided_up(c.in_channels, lanes) * lanes>(
                    d + k * d_plane, ut + k * ut_plane, e.in_row, v + k * v_plane, e.in_row, some);
        }
        if constexpr (input_gradient) {
            for (std::size_t k = 0; k < some; ++k) {
                Scalar* const to = dx + (n + k) * c.in_size;
                if (!accumulate)
                    for (std::size_t i = 0; i < c.in_size; ++i) to[i] = 0;
                winograd_input_gradient<M, R>(v + k * e.tiles() * e.in_row, e.in_row, v_plane, map,
                                              to + c.in_start);
            }
        }
    }
    winograd_weight_gradient<M, R>(du, gradient, c.in_channels, c.channels);
}

/// dw += , db += , dx = or += as `convolve_backward`, from ut = (G w G^T)^T:
///
/// V = B^T x B and D = A dy A^T of every tile; dU += V^T D; dw += G^T dU G at the end;
/// dx += B (D U^T) B^T. Tiles at the lower and the right edge add to cells of dx's border.
template <Convolution c, std::size_t M, bool bias, bool input_gradient, bool accumulate,
          class Scalar>
INLAY_NOINLINE void winograd_backward(const Scalar* x, const Scalar* dy, const Scalar* ut,
                                      Scalar* dx, Scalar* gradient, std::size_t count,
                                      Scalar* scratch) {
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high,     e.wide,   c.out_pitch, c.out_pixel(),
                          c.channels, c.height, c.width};
    winograd_gradients<c, M, input_gradient, accumulate>(
        x, ut, dx, gradient, count, scratch,
        [&](std::size_t n, Scalar* d, std::size_t plane) INLAY_INLINE_LAMBDA {
            winograd_spread<M, c.kernel_height>(dy + n * c.out_size + c.out_start, map, d, e.row,
                                                plane);
        });
    if constexpr (bias) sum_pixels<c>(dy, gradient + c.kernel_count(), count);
}

/// The same behind a 2 x 2 max-pool: the gradient of a tile is f'(y) dy where `winners` says.
template <Convolution c, std::size_t M, Map out, class Activation, bool bias, bool input_gradient,
          bool accumulate, class Scalar>
INLAY_NOINLINE void winograd_backward_max_pool(const Scalar* x, const Scalar* y, const Scalar* dy,
                                               const Scalar* winners, const Scalar* ut, Scalar* dx,
                                               Scalar* gradient, std::size_t count,
                                               Scalar* scratch) {
    static_assert(M % 2 == 0 && c.height == 2 * out.height() && c.width == 2 * out.width(),
                  "windows must not be parted");
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high,     e.wide,       out.pitch(), out.pixel(),
                          c.channels, out.height(), out.width()};
    winograd_gradients<c, M, input_gradient, accumulate>(
        x, ut, dx, gradient, count, scratch,
        [&](std::size_t n, Scalar* d, std::size_t plane) INLAY_INLINE_LAMBDA {
            const std::size_t from = n * out.size() + out.origin();
            winograd_spread_winners<M, c.kernel_height, Activation>(
                y + from, dy + from, winners + n * out.elements(), map, d, e.row, plane);
        });
    if constexpr (bias) sum_gradients<out, Activation>(y, dy, gradient + c.kernel_count(), count);
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_WINOGRAD_BACKWARD_HPP
